import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Admitted } from "./admission.ts";
import type { Metrics } from "./metrics.ts";
import { pathOf } from "./route-class.ts";

const quiet = new Set(["live", "ready", "metrics", "asset"]);

/**
 * Logs and measures a request once it is over. Queries may hold what people typed, so only the path
 * is kept; probes and assets stay out of the log unless they fail.
 */
export function recordWhenOver(
  req: IncomingMessage,
  res: ServerResponse,
  admitted: Admitted,
  sinks: { log: Logger; metrics: Metrics },
): void {
  const started = performance.now();
  const method = req.method ?? "";
  const path = pathOf(req.url);
  res.once("close", () => {
    const seconds = (performance.now() - started) / 1000;
    const status = res.statusCode;
    const { id, route } = admitted;
    // A stream lasts as long as the page is open; that is no duration of a request.
    if (route !== "stream") sinks.metrics.observe(route, method, status, seconds);
    if (quiet.has(route) && status < 500) return;
    const cut = res.writableFinished ? {} : { cut: true };
    const ms = Math.round(seconds * 1000);
    sinks.log.info({ requestId: id, method, route, path, status, ms, ...cut }, "request");
  });
}
