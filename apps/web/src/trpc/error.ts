import { ApiError, type FailureData } from "./call-api.ts";

export interface ApiFailure {
  /** Already in the reader's language, or null when the server was not reached. */
  message: string | null;
  requestId: string | null;
  /** For example "tickets.already_claimed"; null when nothing in the domain refused. */
  domainCode: string | null;
  details: Record<string, unknown>;
}

/** What the server said about a failed call, or null when there was no answer worth reading. */
function failureData(error: unknown): FailureData | null {
  return error instanceof ApiError ? error.data : null;
}

/** What a failed call has to say. A null `message` means: offline, or a proxy answered for us. */
export function describeFailure(error: unknown): ApiFailure {
  const data = failureData(error);
  return {
    message: data && error instanceof Error ? error.message : null,
    requestId: data?.requestId ?? null,
    domainCode: data?.domainCode ?? null,
    details: data?.details ?? {},
  };
}

/** A refusal stays a refusal; only silence and server trouble may be different the next time. */
export function isWorthRetrying(error: unknown): boolean {
  const status = failureData(error)?.httpStatus;
  return status === undefined || status >= 500;
}
