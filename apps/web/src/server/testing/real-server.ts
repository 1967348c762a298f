import { once } from "node:events";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { type Logger, pino } from "pino";
import { createHttpServer, type HttpTimeouts } from "../http-server.ts";
import { createInFlight } from "../in-flight.ts";
import type { Metrics } from "../metrics.ts";
import { createPageRenderer } from "../page-renderer.ts";
import { createPublicPageHandler } from "../public-page-handler.ts";
import { createReadiness, type ReadinessCheck } from "../readiness.ts";
import { createRequestListener } from "../request-listener.ts";
import { createShutdown, type Shutdown } from "../shutdown.ts";
import { createStreamRegistry } from "../stream-registry.ts";
import { createProxyTrust } from "../trusted-proxies.ts";

export const origin = "http://atrium.test";

export interface RealServerOptions {
  api?: RequestListener;
  next?: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
  trustedProxies?: string[];
  metricsToken?: string;
  timeouts?: Partial<HttpTimeouts>;
  checks?: Record<string, ReadinessCheck>;
  deadlineMs?: number;
  answerDeadlineMs?: number;
}

export interface RealServer {
  port: number;
  url: string;
  shutdown: Shutdown;
  /** Log lines so far. */
  lines: Record<string, unknown>[];
  /** Resolves with the code the process would have ended with. */
  exited: Promise<number>;
  stop(): void;
}

/** The whole listener on a real port; only what lies behind it, tRPC and Next, is given by the test. */
export async function startRealServer(options: RealServerOptions = {}): Promise<RealServer> {
  const lines: Record<string, unknown>[] = [];
  const log: Logger = pino({}, { write: (line: string) => lines.push(JSON.parse(line)) });
  const streams = createStreamRegistry();
  const inFlight = createInFlight();
  const next = options.next ?? (async (_req, res) => void res.end("page"));
  const renderer = createPageRenderer(next, log);
  const listener = createRequestListener({
    origin,
    dev: false,
    metricsToken: options.metricsToken,
    answerDeadlineMs: options.answerDeadlineMs ?? 5_000,
    proxies: createProxyTrust(options.trustedProxies ?? []),
    log,
    metrics: silentMetrics,
    readiness: createReadiness(options.checks ?? {}),
    streams,
    inFlight,
    isDraining: () => shutdown.draining,
    api: options.api ?? ((_req, res) => void res.end("{}")),
    next,
    asset: next,
    publicPage: createPublicPageHandler({ renderer, dev: false, onRenderError: () => undefined }),
  });
  const server = createHttpServer(listener, options.timeouts);
  const { promise: exited, resolve: exit } = Promise.withResolvers<number>();
  const { deadlineMs } = options;
  const shutdown: Shutdown = createShutdown({
    ...{ server, streams, inFlight, log, exit, closers: [] },
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    ...{ port, url: `http://127.0.0.1:${port}`, shutdown, lines, exited },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const silentMetrics: Metrics = {
  observe: () => undefined,
  contentType: "text/plain",
  text: async () => "up 1\n",
};

/** Sends bytes as they are and answers everything that comes back until the connection closes. */
export async function sendRaw(port: number, ...parts: string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  for (const part of parts) socket.write(part);
  return text(socket);
}
