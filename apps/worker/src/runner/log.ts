import { Logger as GraphileLogger } from "graphile-worker";
import { type Logger, pino } from "pino";

export type { Logger } from "pino";

/** JSON lines on stdout, with ids and codes; content and addresses never reach it. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: { service: "worker", pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}

/**
 * graphile-worker's own log through ours. Jobs are logged by the task runner, with more to go by,
 * so the library's line about each of them is dropped.
 */
export function graphileLogger(log: Logger): GraphileLogger {
  return new GraphileLogger(() => (level, message, meta) => {
    if (meta?.failure || meta?.success) return;
    if (level === "error") log.error(message);
    else if (level === "warning") log.warn(message);
    else log.debug(message);
  });
}
