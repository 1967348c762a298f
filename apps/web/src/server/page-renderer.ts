import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { duplexPair } from "node:stream";
import { text } from "node:stream/consumers";
import type { Logger } from "pino";
import { sendRefusal } from "./json-response.ts";
import { requestIdHeader } from "./request-headers.ts";
import { requestIdFor } from "./request-id.ts";

export interface RenderedPage {
  status: number;
  contentType: string;
  body: string;
}

export interface PageRenderer {
  render(path: string, headers: Record<string, string>): Promise<RenderedPage>;
  close(): void;
}

type Handle = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/**
 * Asks a handler for a page over a connection that never leaves the process, so that what a
 * cache keeps was made from exactly the headers given here and from nothing of any visitor's request.
 */
export function createPageRenderer(handle: Handle, log: Logger): PageRenderer {
  const server = createServer((req, res) => {
    handle(req, res).catch((error: unknown) => {
      log.error({ requestId: req.headers[requestIdHeader], err: error }, "request failed");
      if (res.headersSent) res.destroy();
      else sendRefusal(res, 500, "unexpected");
    });
  });
  return {
    render(path, headers) {
      const [near, far] = duplexPair();
      server.emit("connection", far);
      return new Promise((resolve, reject) => {
        const outgoing = request({
          path,
          headers: {
            ...{ host: "localhost", [requestIdHeader]: requestIdFor(undefined, false) },
            ...{ ...headers, connection: "close" },
          },
          createConnection: () => near,
          signal: AbortSignal.timeout(15_000),
        });
        outgoing.on("error", reject);
        outgoing.on("response", (response) => {
          text(response).then((body) => {
            const contentType = response.headers["content-type"] ?? "";
            resolve({ status: response.statusCode ?? 500, contentType, body });
          }, reject);
        });
        outgoing.end();
      });
    },
    close: () => void server.close(),
  };
}
