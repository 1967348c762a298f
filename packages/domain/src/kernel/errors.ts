/** What went wrong in the caller's terms; one file of the api package turns kinds into statuses. */
export const errorKinds = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "unavailable",
] as const;
export type ErrorKind = (typeof errorKinds)[number];

export type ErrorDetails = Readonly<Record<string, unknown>>;

/** A refusal the rules foresee. Details hold only what the person refused may know. */
export class DomainError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly details: ErrorDetails;

  constructor(code: string, kind: ErrorKind, details: ErrorDetails = {}) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.kind = kind;
    this.details = details;
  }
}

/** Makes the constructor for one domain's closed list of codes. */
export function defineErrors<const Kinds extends Record<string, ErrorKind>>(kinds: Kinds) {
  return (code: keyof Kinds & string, details?: ErrorDetails) =>
    new DomainError(code, kinds[code] as ErrorKind, details);
}

const kernelErrorKinds = {
  not_found: "not_found",
  forbidden: "forbidden",
  unauthenticated: "unauthenticated",
  invalid_input: "invalid",
  unavailable: "unavailable",
} as const;

export const kernelError = defineErrors(kernelErrorKinds);
