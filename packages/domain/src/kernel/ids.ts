import { v7 } from "uuid";

/** UUIDv7 (RFC 9562): unguessable enough to show, sortable by the time it was made. */
export function newId(): string {
  return v7();
}
