/** SQLSTATE of serialization_failure and deadlock_detected: the transaction did nothing wrong. */
const RETRIABLE = new Set(["40001", "40P01"]);

/**
 * The database is away, full, or too slow: SQLSTATE classes of shutdown, of too many connections and
 * of our time limits, the driver's own codes, and the network's.
 */
const UNAVAILABLE = new Set([
  ...["57P01", "57P02", "57P03", "57014", "55P03", "53300", "25P03"],
  ...["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"],
]);

export type Fault = "retriable" | "unavailable" | "other";

/** What kind of failure an error from the database layer is. drizzle wraps the driver's in its own. */
export function classifyFault(error: unknown): Fault {
  if (!(error instanceof Error)) return "other";
  const { code } = error as { code?: unknown };
  if (typeof code === "string" && RETRIABLE.has(code)) return "retriable";
  if (typeof code === "string" && UNAVAILABLE.has(code)) return "unavailable";
  return classifyFault(error.cause);
}
