import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createStaticAssets } from "./static-assets.ts";

let folder: string;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "atrium-assets-"));
  mkdirSync(join(folder, "static/chunks"), { recursive: true });
  writeFileSync(join(folder, "static/chunks/a.js.br"), brotliCompressSync("let a = 1;"));
  writeFileSync(join(folder, "secret.js.br"), brotliCompressSync("secret"));
  const handle = createStaticAssets(join(folder, "static"), async (_, res) => {
    res.end("by next");
  });
  server = createServer((req, res) => void handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, encoding: string) =>
  fetch(url + path, { headers: { "accept-encoding": encoding } });

it("sends the compressed copy to who takes it", async () => {
  const answer = await get("/_next/static/chunks/a.js?v=1", "gzip, deflate, br");
  expect(await answer.text()).toBe("let a = 1;");
  expect(answer.headers.get("content-encoding")).toBe("br");
  expect(answer.headers.get("vary")).toBe("accept-encoding");
  expect(answer.headers.get("cache-control")).toContain("immutable");
});

it.each([
  ["/_next/static/chunks/a.js", "gzip"],
  ["/_next/static/chunks/a.js", "gzip, br;q=0"],
  ["/_next/static/chunks/b.js", "br"],
  ["/_next/static/../secret.js", "br"],
  ["/_next/static/%2e%2e/secret.js", "br"],
])("leaves %s with %s to Next", async (path, encoding) => {
  expect(await (await get(path, encoding)).text()).toBe("by next");
});
