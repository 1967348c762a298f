import type { ServerResponse } from "node:http";
import { requestIdHeader } from "./request-headers.ts";

/** Answers with a small JSON body that no cache keeps. */
export function sendJson(res: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  res.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
  });
  res.end(text);
}

/** Answers a refusal of the server itself; `code` is a word for programs, not a text for people. */
export function sendRefusal(res: ServerResponse, status: number, code: string): void {
  sendJson(res, status, { error: { code, requestId: res.getHeader(requestIdHeader) ?? null } });
}
