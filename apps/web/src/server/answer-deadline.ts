import type { ServerResponse } from "node:http";
import type { Logger } from "pino";
import { sendRefusal } from "./json-response.ts";

/** Longer than any statement may run; who waits longer has gone. */
export const ANSWER_DEADLINE_MS = 30_000;

/**
 * Answers 503 for a part that does not: a database connection that dies can take with it the word
 * that it died, and nothing else would ever end the request.
 */
export function answerInTime(
  res: ServerResponse,
  deadlineMs: number,
  log: Logger,
  requestId: string,
): void {
  const timer = setTimeout(() => {
    if (res.headersSent) return;
    log.error({ requestId }, "no answer in time");
    res.setHeader("retry-after", "5");
    sendRefusal(res, 503, "timeout");
  }, deadlineMs);
  res.once("close", () => clearTimeout(timer));
}
