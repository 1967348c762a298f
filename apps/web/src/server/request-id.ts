import { randomUUIDv7 } from "node:crypto";

const sane = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The id a trusted proxy gave the request, when it is harmless in logs and headers, else a new one. */
export function requestIdFor(incoming: unknown, trusted: boolean): string {
  return trusted && typeof incoming === "string" && sane.test(incoming) ? incoming : randomUUIDv7();
}
