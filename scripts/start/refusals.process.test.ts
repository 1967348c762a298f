import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ownSettings, startAtrium } from "./testing/started.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "atrium-start-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function occupy(port: string, host: string): Promise<Server> {
  const server = createServer().listen(Number(port), host);
  await once(server, "listening");
  return server;
}

async function refusal(env: Record<string, string>) {
  const run = startAtrium(env);
  return { code: await run.ended, text: run.output() };
}

test.each(["0.0.0.0", "127.0.0.1", "::1"])(
  "a web port taken on %s is named, with the way out",
  async (host) => {
    const env = await ownSettings(folder);
    const server = await occupy(env.PORT ?? "", host);
    const { code, text } = await refusal(env);
    server.close();
    expect(code).toBe(1);
    expect(text).toContain(`Port ${env.PORT} for the web app is taken by another program.`);
    expect(text).toMatch(/use other ports: PORT=\d+ npm start/);
    expect(text).not.toContain("at checkPorts");
  },
);

test("a taken mail port is told together with a taken mailbox port", async () => {
  const env = await ownSettings(folder);
  const servers = [
    await occupy(env.MAILBOX_PORT ?? "", "127.0.0.1"),
    await occupy(env.ATRIUM_SMTP_PORT ?? "", "127.0.0.1"),
  ];
  const { code, text } = await refusal(env);
  for (const server of servers) server.close();
  expect(code).toBe(1);
  expect(text).toContain(`Port ${env.MAILBOX_PORT} for the mailbox is taken`);
  expect(text).toMatch(/MAILBOX_PORT=\d+ ATRIUM_SMTP_PORT=\d+ npm start/);
});

test("a port that is no port is refused", async () => {
  const { code, text } = await refusal({ ...(await ownSettings(folder)), PORT: "80a" });
  expect(code).toBe(1);
  expect(text).toContain('PORT must be a port between 1 and 65535, not "80a"');
});

test.each([
  ["under a file", (path: string) => join(path, "file/data"), "a part of the path is a file"],
  ["that is a file", (path: string) => join(path, "file"), "a part of the path is a file"],
  ["where nobody can write", () => "/proc/atrium/data", "the path cannot be made"],
])("a data folder %s is refused with the way out", async (_where, place, reason) => {
  writeFileSync(join(folder, "file"), "");
  const { code, text } = await refusal(await ownSettings(place(folder)));
  expect(code).toBe(1);
  expect(text).toContain(`cannot be written (${reason})`);
  expect(text).toContain("ATRIUM_DATA_DIR=/some/folder npm start");
});

test("too little disk space is told with the numbers", async () => {
  const needed = String(500 * 1024 ** 4);
  const { code, text } = await refusal({
    ...(await ownSettings(folder)),
    ATRIUM_MIN_FREE_BYTES: needed,
  });
  expect(code).toBe(1);
  expect(text).toMatch(/Too little disk space for .*: [\d,]+ MB free, 524,288,000 MB needed/);
});
