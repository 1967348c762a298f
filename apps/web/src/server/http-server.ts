import { createServer, type RequestListener, type Server } from "node:http";

export interface HttpTimeouts {
  headersMs: number;
  requestMs: number;
  keepAliveMs: number;
  checkMs: number;
}

/** A slow reader of our answers is fine; a slow writer of a request holds a connection for nothing. */
const usual: HttpTimeouts = {
  headersMs: 10_000,
  requestMs: 30_000,
  // Longer than the 60 s after which proxies usually drop an idle connection: who closes first must
  // not be the one that may be sent a request at that moment.
  keepAliveMs: 65_000,
  checkMs: 2_000,
};

/** An HTTP server that gives each client a fixed time to say what it wants. */
export function createHttpServer(
  listener: RequestListener,
  timeouts: Partial<HttpTimeouts> = {},
): Server {
  const { headersMs, requestMs, keepAliveMs, checkMs } = { ...usual, ...timeouts };
  return createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      keepAliveTimeout: keepAliveMs,
      connectionsCheckingInterval: checkMs,
      maxHeaderSize: 16 * 1024,
    },
    listener,
  );
}
