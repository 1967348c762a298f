import { createServer, type RequestListener, request } from "node:http";
import { duplexPair } from "node:stream";
import { text } from "node:stream/consumers";

export interface RenderedPage {
  status: number;
  contentType: string;
  body: string;
}

export interface PageRenderer {
  render(path: string, headers: Record<string, string>): Promise<RenderedPage>;
  close(): void;
}

/**
 * Asks a request listener for a page over a connection that never leaves the process, so that what a
 * cache keeps was made from exactly the headers given here and from nothing of any visitor's request.
 */
export function createPageRenderer(listener: RequestListener): PageRenderer {
  const server = createServer(listener);
  return {
    render(path, headers) {
      const [near, far] = duplexPair();
      server.emit("connection", far);
      return new Promise((resolve, reject) => {
        const outgoing = request({
          path,
          headers: { host: "localhost", ...headers, connection: "close" },
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
