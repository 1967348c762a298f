import { DomainError, type ErrorDetails, type ErrorKind } from "@atrium/domain/kernel/errors";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";

type TrpcCode = TRPCError["code"];

/** The one place where the rules' kinds of refusal become HTTP's. */
const trpcCodes: Record<ErrorKind, TrpcCode> = {
  invalid: "BAD_REQUEST",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  unavailable: "SERVICE_UNAVAILABLE",
};

export interface PublicError {
  domainCode: string;
  details: ErrorDetails;
}

/** A refusal of the rules as tRPC says it; anything else is returned as it came. */
export function toTrpcError(error: TRPCError): TRPCError {
  const { cause } = error;
  if (!(cause instanceof DomainError)) return error;
  return new TRPCError({ code: trpcCodes[cause.kind], message: cause.code, cause });
}

/** What a client may be told. Unknown errors are `internal`, whatever they say of themselves. */
export function describeError(error: TRPCError): PublicError {
  const { cause } = error;
  if (cause instanceof DomainError) return { domainCode: cause.code, details: cause.details };
  if (cause instanceof ZodError && error.code === "BAD_REQUEST") {
    const fields = cause.issues.map((issue) => ({
      path: issue.path.map(String).join("."),
      code: issue.code,
    }));
    return { domainCode: "invalid_input", details: { fields } };
  }
  return { domainCode: codeOf(error.code), details: {} };
}

function codeOf(code: TrpcCode): string {
  switch (code) {
    case "UNAUTHORIZED":
      return "unauthenticated";
    case "NOT_FOUND":
      return "not_found";
    case "BAD_REQUEST":
    case "PARSE_ERROR":
    case "METHOD_NOT_SUPPORTED":
    case "UNSUPPORTED_MEDIA_TYPE":
      return "invalid_input";
    case "PAYLOAD_TOO_LARGE":
      return "too_large";
    default:
      return "internal";
  }
}
