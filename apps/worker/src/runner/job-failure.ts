import { ZodError } from "zod";

export interface JobFailure {
  /** One line for the log and for the job table's `last_error`. */
  summary: string;
  /** Where it was thrown: frames of the stack, without the message on top. */
  at?: string;
}

/** `    at run (file:///app/dist/main.js:10:7)`; a message has lines of its own in a stack. */
const FRAME = /^ {4}at .+:\d+:\d+\)?$/;

interface CodedError extends Error {
  code?: unknown;
}

/**
 * What may be told about a failed job. Messages of foreign errors are left out: a database error
 * repeats the values of its query and a mail server the address it refused.
 */
export function describeFailure(thrown: unknown): JobFailure {
  if (!(thrown instanceof Error)) return { summary: typeof thrown };
  const frames = thrown.stack?.split("\n").filter((line) => FRAME.test(line)) ?? [];
  const summary = summarise(thrown);
  return frames.length > 0 ? { summary, at: frames.join("\n") } : { summary };
}

function summarise(error: CodedError): string {
  if (error instanceof ZodError) {
    const fields = error.issues.map((issue) => `${issue.path.join(".")} ${issue.code}`);
    return `invalid payload: ${fields.join(", ")}`;
  }
  const code = typeof error.code === "string" ? ` ${error.code}` : "";
  const cause = error.cause instanceof Error ? ` < ${summarise(error.cause)}` : "";
  return `${error.name}${code}${cause}`;
}
