import { sql } from "drizzle-orm";
import { timestamp, uuid } from "drizzle-orm/pg-core";

/** UUIDv7 primary key, made by the domain (kernel/ids) so that rows sort by creation. */
export const primaryId = () => uuid("id").primaryKey();

/** UTC instant. Postgres keeps microseconds; drizzle hands out a `Date` (milliseconds). */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const createdAt = () => instant("created_at").notNull().default(sql`now()`);

/** `{ fi: "...", en: "..." }`: text that exists per language. */
export type LocalizedText = Record<string, string>;

/** `column in ('a', 'b')` for a CHECK constraint from the list the code uses too. */
export function oneOf(column: string, values: readonly string[]) {
  return sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(", ")})`);
}
