import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, it } from "vitest";
import { createPageRenderer } from "./page-renderer.ts";

function setUp(handle: Parameters<typeof createPageRenderer>[0]) {
  const lines: Record<string, unknown>[] = [];
  const write = (chunk: Buffer, _: string, done: () => void) => {
    lines.push(JSON.parse(String(chunk)));
    done();
  };
  return { lines, renderer: createPageRenderer(handle, pino({}, new Writable({ write }))) };
}

it("hands over what was rendered from the headers given", async () => {
  const { renderer, lines } = setUp(async (req, res) => {
    res.setHeader("content-type", "text/html");
    res.end(`${req.url} ${req.headers["accept-language"]} ${req.headers.cookie}`);
  });
  const page = await renderer.render("/about", { "accept-language": "sv" });
  expect(page).toEqual({ status: 200, contentType: "text/html", body: "/about sv undefined" });
  expect(lines).toEqual([]);
});

it("answers 500 for a page whose rendering fails, and logs it with a request id", async () => {
  const { renderer, lines } = setUp(() => Promise.reject(new Error("broken")));
  expect(await renderer.render("/about", {})).toMatchObject({ status: 500 });
  expect(lines).toMatchObject([
    { msg: "request failed", requestId: expect.stringMatching(/^.{36}$/) },
  ]);
});

it("ends a page that fails half-way", async () => {
  const { renderer } = setUp(async (_, res) => {
    res.writeHead(200).write("half");
    throw new Error("broken");
  });
  await expect(renderer.render("/about", {})).rejects.toThrow();
});
