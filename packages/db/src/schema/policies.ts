import { type SQL, sql } from "drizzle-orm";
import { type PgPolicy, pgPolicy } from "drizzle-orm/pg-core";
import { appRole, workerRole } from "./roles.ts";

/**
 * Building blocks of the second lock. Every sub-select stands alone (no reference to the row being
 * tested), so Postgres evaluates it once per statement and not once per row.
 */
export const actorId = sql`(select atrium_actor_id())`;
export const actorIsAdmin = sql`(select atrium_actor_is_admin())`;

/** Ids of the courses in which the actor holds one of the roles. */
export function actorCourses(roles: readonly string[]): SQL {
  const list = sql.raw(roles.map((role) => `'${role}'`).join(", "));
  return sql`(select m.course_id from memberships m where m.user_id = atrium_actor_id() and m.role in (${list}))`;
}

/** The worker acts for the system: it reads and writes what its jobs name. */
export function workerMayDoAll(table: string): PgPolicy {
  return pgPolicy(`${table}_worker_all`, {
    for: "all",
    to: workerRole,
    using: sql`true`,
    withCheck: sql`true`,
  });
}

export function appMay(
  table: string,
  command: "select" | "insert" | "update" | "delete",
  rule: { using?: SQL; withCheck?: SQL },
): PgPolicy {
  return pgPolicy(`${table}_app_${command}`, { for: command, to: appRole, ...rule });
}
