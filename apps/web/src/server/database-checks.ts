import type { Database } from "@atrium/db/client";
import { countPendingMigrations } from "@atrium/db/migrate";
import type { ReadinessCheck } from "./readiness.ts";

/** Checks of the database for readiness. */
export function databaseChecks({ sql }: Database): Record<string, ReadinessCheck> {
  let current = false;
  return {
    database: async () => (await sql`select 1`).length === 1,
    migrations: async () => {
      // Migrations are only ever added, and this build knows its own: once current stays current.
      current ||= (await countPendingMigrations(sql)) === 0;
      return current;
    },
  };
}

/** Connections of this process by state, as the database sees them. */
export async function countConnections({ sql }: Database, applicationName: string) {
  const rows = await sql<{ state: string; count: number }[]>`
    select coalesce(state, 'unknown') as state, count(*)::int as count
    from pg_stat_activity where application_name = ${applicationName} group by 1`;
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
