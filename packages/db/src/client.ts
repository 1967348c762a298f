import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { withPreparedStatements } from "./prepared-statements.ts";
import * as identity from "./schema/identity.ts";
import * as notifications from "./schema/notifications.ts";
import * as operations from "./schema/operations.ts";
import * as threads from "./schema/threads.ts";
import * as tickets from "./schema/tickets.ts";

const schema = { ...identity, ...threads, ...tickets, ...notifications, ...operations };

export type Db = PostgresJsDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

export interface Database {
  db: Db;
  sql: postgres.Sql;
  /** Lets running queries finish for up to five seconds, then closes every connection. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Largest number of connections; 10 unless told. */
  max?: number;
  applicationName?: string;
}

/** Longer than any statement of ours should take; the caller is told `unavailable`. */
const STATEMENT_TIMEOUT_MS = 20_000;
const LOCK_TIMEOUT_MS = 10_000;

const TEXT_ARRAY_OID = 1009;

/** `{"a","b"}`; drizzle's own array columns arrive here as such a literal already. */
function toArrayLiteral(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return `{${value.map((item) => JSON.stringify(String(item))).join(",")}}`;
}

/** Opens a pool lazily: no connection is made before the first query. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const sql = postgres(url, {
    max: options.max ?? 10,
    connection: {
      application_name: options.applicationName ?? "atrium",
      statement_timeout: STATEMENT_TIMEOUT_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    },
    // The library's default waits up to 20 s after a database restart; 0.2 s recovers in under one.
    backoff: () => 0.2,
    connect_timeout: 5,
    // Asking for the array types at every connect crashes the process when that very query is cut
    // off (upstream #1192): text[] is the one we send, and results bring arrays as JSON.
    fetch_types: false,
    types: {
      textArray: { to: TEXT_ARRAY_OID, from: [], serialize: toArrayLiteral, parse: String },
    },
    onnotice: () => undefined,
  });
  return {
    db: drizzle(withPreparedStatements(sql), { schema }),
    sql,
    close: () => sql.end({ timeout: 5 }),
  };
}
