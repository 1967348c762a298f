import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { origin, type RealServer, startRealServer } from "./testing/real-server.ts";

let server: RealServer;
afterEach(() => server.stop());

const api = (release: Promise<void>) => async (req: { headers: object }, res: ApiResponse) => {
  if ("accept" in req.headers && req.headers.accept === "text/event-stream") {
    res.writeHead(200, { "content-type": "text/event-stream" });
    res.write("event: ready\n\n");
    return;
  }
  await release;
  res.end("done");
};
interface ApiResponse {
  writeHead(status: number, headers: Record<string, string>): unknown;
  write(text: string): unknown;
  end(text: string): unknown;
}

function mutate() {
  return fetch(`${server.url}/api/trpc/tickets.open`, { method: "POST", headers: { origin } });
}

describe("shutdown", () => {
  it("finishes running requests, cuts streams, accepts no more, and ends with 0", async () => {
    const { promise: release, resolve: finish } = Promise.withResolvers<void>();
    server = await startRealServer({ api: (req, res) => void api(release)(req, res) });
    const stream = await fetch(`${server.url}/api/trpc/live.changes`, {
      headers: { accept: "text/event-stream" },
    });
    const running = mutate();
    await sleep(50);
    server.shutdown.begin("SIGTERM");

    // Broken and not ended: an ended stream tells the client that there is nothing more to come.
    await expect(stream.text()).rejects.toThrow();
    await expect(mutate()).rejects.toThrow();
    finish();
    expect(await (await running).text()).toBe("done");
    expect(await server.exited).toBe(0);
  });

  it("answers 503 to readiness on a connection that was already open", async () => {
    const { promise: release, resolve: finish } = Promise.withResolvers<void>();
    server = await startRealServer({ api: (req, res) => void api(release)(req, res) });
    const socket = connect(server.port, "127.0.0.1");
    socket.write(`POST /api/trpc/a HTTP/1.1\r\nhost: x\r\norigin: ${origin}\r\n\r\n`);
    await sleep(50);
    server.shutdown.begin("SIGTERM");
    socket.write("GET /api/health/ready HTTP/1.1\r\nhost: x\r\n\r\n");
    await sleep(50);
    finish();
    const answers = await text(socket);
    expect(answers).toContain("HTTP/1.1 200 OK");
    expect(answers).toContain("HTTP/1.1 503 Service Unavailable");
    expect(answers).toContain('"failing":["draining"]');
    expect(await server.exited).toBe(0);
  });

  it("gives up with 1 when a request does not finish in time, or on a second signal", async () => {
    const never = new Promise<void>(() => undefined);
    server = await startRealServer({
      api: (req, res) => void api(never)(req, res),
      deadlineMs: 100,
    });
    const running = mutate().catch(() => undefined);
    await sleep(50);
    server.shutdown.begin("SIGTERM");
    expect(await server.exited).toBe(1);
    server.stop();
    await running;
  });
});
