import { format } from "node:util";
import { type Logger, pino } from "pino";

interface SafeError {
  type: string;
  message?: string;
  code?: unknown;
  digest?: unknown;
  constraint?: unknown;
  stack?: string;
  cause?: SafeError;
}

const DEEPEST_CAUSE = 4;

/**
 * An error as it may be logged. Database errors quote rows and parameters, which are what people
 * wrote, so of those only the kind and the place remain.
 */
export function describeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: typeof error };
  const fromDatabase = "query" in error || "params" in error || "severity" in error;
  const frames = error.stack?.split("\n").filter((line) => line.startsWith("    at "));
  return {
    type: error.name,
    ...(fromDatabase ? {} : { message: error.message }),
    ...("code" in error ? { code: error.code } : {}),
    // Next gives readers of a failed page this number to tell us.
    ...("digest" in error ? { digest: error.digest } : {}),
    ...("constraint_name" in error ? { constraint: error.constraint_name } : {}),
    ...(frames?.length ? { stack: frames.join("\n") } : {}),
    ...(error.cause && depth < DEEPEST_CAUSE
      ? { cause: describeError(error.cause, depth + 1) }
      : {}),
  };
}

/** A logger of JSON lines on standard output. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: { service: "web", pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: (error: unknown) => describeError(error) },
  });
}

/** Next reports to the console; in production that must be JSON and hold to the rules above. */
export function captureConsole(log: Logger): void {
  for (const [method, level] of [
    ["error", "error"],
    ["warn", "warn"],
    ["info", "info"],
    ["log", "info"],
  ] as const) {
    console[method] = (...parts: unknown[]) => {
      const error = parts.find((part) => part instanceof Error);
      const words = parts.filter((part) => typeof part === "string" || typeof part === "number");
      log[level]({ source: "next", ...(error ? { err: error } : {}) }, format(...words));
    };
  }
}
