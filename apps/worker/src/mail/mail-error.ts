import { isBrokenCircuitError, isBulkheadRejectedError } from "cockatiel";

/**
 * How a send ended when it did not succeed.
 * - `refused`: the server will never take this mail for this recipient.
 * - `deferred`: the server said no for now.
 * - `unreachable`: the mail never left: no connection, circuit open, queue full.
 * - `uncertain`: the mail was on its way when the connection was lost; it may have arrived.
 */
export type MailFailure = "refused" | "deferred" | "unreachable" | "uncertain";

/** Carries a code and no text of the server's, which likes to repeat addresses. */
export class MailError extends Error {
  readonly failure: MailFailure;
  /** `smtp_550`, `ECONNECTION`, `circuit_open`: short enough for a log and a table. */
  readonly code: string;

  constructor(failure: MailFailure, code: string) {
    super(`mail ${failure}: ${code}`);
    this.name = "MailError";
    this.failure = failure;
    this.code = code;
  }
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** Sorts what nodemailer or cockatiel threw; `contentSent` says whether the body was begun. */
export function toMailError(thrown: unknown, contentSent: boolean): MailError {
  if (isBrokenCircuitError(thrown)) return new MailError("unreachable", "circuit_open");
  if (isBulkheadRejectedError(thrown)) return new MailError("unreachable", "queue_full");
  if (!(thrown instanceof Error)) return new MailError("unreachable", "unknown");
  const error: SmtpError = thrown;
  if (error.responseCode) {
    return new MailError(isRefusal(error) ? "refused" : "deferred", `smtp_${error.responseCode}`);
  }
  // The address itself is one no server could take; nodemailer notices before it connects.
  if (error.code === "EENVELOPE") return new MailError("refused", "bad_address");
  return new MailError(contentSent ? "uncertain" : "unreachable", error.code ?? error.name);
}

/**
 * A 5yz reply to the recipient or to the mail itself is final (RFC 5321 4.2.1). One to the login or
 * the sender is our configuration and waits for a person; 503 is a confused session, not a no.
 */
function isRefusal({ responseCode = 0, command }: SmtpError): boolean {
  if (responseCode < 500 || responseCode === 503) return false;
  return command === "RCPT TO" || command === "DATA";
}

/** Whether the mail server is ill, as opposed to unwilling: only that opens the circuit. */
export function isServerIll(thrown: unknown): boolean {
  const { responseCode, code } = thrown as SmtpError;
  if (responseCode) return responseCode === 421;
  return code !== "EENVELOPE";
}
