import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import postgres from "postgres";
import type { DatabaseRole } from "./urls.ts";

export const migrationsFolder = fileURLToPath(new URL("../migrations", import.meta.url));
const grantsFile = new URL("./grants.sql", import.meta.url);

/** Any constant will do; it keeps two migrations from running at once. */
const MIGRATION_LOCK = 4_127_731;

export interface RolePasswords {
  appPassword: string;
  workerPassword: string;
}

/**
 * Brings a database to the newest schema: roles, the job table's own migrations, ours, rights.
 * Safe to repeat and to run from several processes at once. `ownerUrl` must belong to a role that
 * may create roles and tables.
 */
export async function migrateDatabase(ownerUrl: string, passwords: RolePasswords): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await ensureRole(sql, "atrium_app", passwords.appPassword);
    await ensureRole(sql, "atrium_worker", passwords.workerPassword);
    await runMigrations({ connectionString: ownerUrl });
    await migrate(drizzle(sql), { migrationsFolder });
    await sql.unsafe(await readFile(grantsFile, "utf8"));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function ensureRole(sql: postgres.Sql, role: DatabaseRole, password: string) {
  const [found] = await sql`select 1 from pg_roles where rolname = ${role}`;
  // Roles take no bind parameters; both values are ours, and quoted all the same.
  const quoted = `'${password.replaceAll("'", "''")}'`;
  await sql.unsafe(
    `${found ? "alter" : "create"} role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password ${quoted}`,
  );
}

/** How many of the migrations on disk the database has not seen; 0 means current. */
export async function countPendingMigrations(sql: postgres.Sql): Promise<number> {
  const journal = JSON.parse(await readFile(`${migrationsFolder}/meta/_journal.json`, "utf8")) as {
    entries: { when: number }[];
  };
  const applied = await sql<{ created_at: string }[]>`
    select created_at from drizzle.__drizzle_migrations`;
  const seen = new Set(applied.map((row) => Number(row.created_at)));
  return journal.entries.filter((entry) => !seen.has(entry.when)).length;
}
