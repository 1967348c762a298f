import { v5, v7 } from "uuid";

/** UUIDv7 (RFC 9562): unguessable enough to show, sortable by the time it was made. */
export function newId(): string {
  return v7();
}

/** Namespace of the ids below; any constant UUID will do. */
const NAMESPACE = "5f4c1b52-93a5-4a35-9f0a-6f4d2d3f7a10";

/** The same id for the same name, always: for data that must come out alike on every machine. */
export function derivedId(name: string): string {
  return v5(name, NAMESPACE);
}
