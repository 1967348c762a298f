import { IncomingMessage } from "node:http";
import type { RouteClass } from "./route-class.ts";

const KIB = 1024;

/** Largest request body in bytes. A 10 000 character message is at most 60 kB as escaped JSON. */
export function bodyLimit(route: RouteClass): number {
  if (route === "trpc") return 256 * KIB;
  if (route === "auth") return 16 * KIB;
  return 0;
}

export class BodyTooLarge extends Error {}

/**
 * The request with its body held to `limit` bytes; throws BodyTooLarge beyond it. A declared length
 * is enforced by the HTTP parser itself. A chunked body has none, so it is read here first and
 * handed on as a request of known content.
 */
export async function limitBody(req: IncomingMessage, limit: number): Promise<IncomingMessage> {
  const declared = req.headers["content-length"];
  if (declared !== undefined) {
    if (Number(declared) > limit) throw new BodyTooLarge();
    return req;
  }
  if (req.headers["transfer-encoding"] === undefined) return req;
  return replay(req, await readBody(req, limit));
}

function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      // The rest is read and dropped, until the request timeout, so that the client reads the answer.
      if (size > limit) reject(new BodyTooLarge());
      else chunks.push(chunk);
    });
    req.once("end", () => resolve(Buffer.concat(chunks)));
    req.once("error", reject);
  });
}

function replay(original: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(original.socket);
  copy.method = original.method;
  copy.url = original.url;
  copy.httpVersion = original.httpVersion;
  copy.httpVersionMajor = original.httpVersionMajor;
  copy.httpVersionMinor = original.httpVersionMinor;
  copy.headers = { ...original.headers, "content-length": String(body.length) };
  delete copy.headers["transfer-encoding"];
  copy.push(body);
  copy.push(null);
  copy.complete = true;
  return copy;
}
