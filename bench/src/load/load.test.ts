import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { runClosedLoop } from "./closed-loop.ts";
import { runOpenModel } from "./open-model.ts";
import type { Target } from "./request.ts";

let server: Server | undefined;
afterEach(() => server?.close());

/** A target whose requests carry a running number, so that the server sees each once. */
async function targetOf(listener: RequestListener): Promise<Target> {
  server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  let number = 0;
  return {
    url: `http://127.0.0.1:${port}`,
    next() {
      number += 1;
      return {
        path: "/open",
        headers: { cookie: "session=1" },
        body: `{"number":${number},"ö":1}`,
      };
    },
    cpuSeconds: async () => 0,
  };
}

function collecting(bodies: Set<string>, status = (_count: number) => 200): RequestListener {
  return async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    bodies.add(Buffer.concat(chunks).toString());
    res.writeHead(status(bodies.size)).end("done");
  };
}

test("a closed loop sends as many different requests as it says and waits for all of them", async () => {
  const bodies = new Set<string>();
  const result = await runClosedLoop(await targetOf(collecting(bodies)), {
    amount: 103,
    connections: 8,
  });
  expect(result.answered).toBe(103);
  expect(bodies.size).toBe(103);
  expect(result.perSecond).toBeGreaterThan(0);
});

test("a fixed rate sends on time even when nothing is answered, and counts the waiting", async () => {
  const bodies = new Set<string>();
  const answer = collecting(bodies);
  const target = await targetOf((req, res) => void setTimeout(() => answer(req, res), 100));
  const begin = performance.now();
  const result = await runOpenModel(target, { perSecond: 100, seconds: 0.3 });
  expect(bodies.size).toBe(30);
  // One after the other they would take three seconds.
  expect(performance.now() - begin).toBeLessThan(2_000);
  expect(result.p50Ms).toBeGreaterThanOrEqual(99);
});

test("an answer that is no 200 fails the run, for both", async () => {
  const failing = (count: number) => (count === 5 ? 500 : 200);
  const target = await targetOf(collecting(new Set(), failing));
  await expect(runClosedLoop(target, { amount: 10, connections: 1 })).rejects.toThrow("[[500,1]]");
  server?.close();
  const other = await targetOf(collecting(new Set(), failing));
  await expect(runOpenModel(other, { perSecond: 100, seconds: 0.1 })).rejects.toThrow("500");
});
