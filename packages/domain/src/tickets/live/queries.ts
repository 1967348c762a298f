import { memberships, users } from "@atrium/db/schema/identity";
import { and, eq, exists, inArray, isNull, or, sql } from "drizzle-orm";
import { staffRoles } from "../../identity/policy.ts";
import type { Change } from "../../kernel/changes.ts";
import type { ReadCtx } from "../../kernel/context.ts";

/**
 * Who may learn, now, that a ticket changed: its opener while a member of the course, the course's
 * staff, admins. Asked at each delivery, so that a lost role or a deactivated account ends a stream
 * that is still open. Assistants are told of tickets another has just taken, since those must leave
 * their queue; what they are told is only the id. Internal notes do not reach the opener.
 */
export async function listTicketWatchers(
  ctx: ReadCtx,
  change: Change,
  connected: readonly string[],
): Promise<string[]> {
  const inCourse = (roles?: readonly (typeof staffRoles)[number][]) =>
    exists(
      ctx.tx
        .select({ one: sql`1` })
        .from(memberships)
        .where(
          and(
            eq(memberships.userId, users.id),
            eq(memberships.courseId, change.courseId),
            roles ? inArray(memberships.role, roles) : undefined,
          ),
        ),
    );
  const isOpener = eq(users.id, change.openerId);
  const rows = await ctx.tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        // One parameter however many are connected: statements are prepared by their text.
        sql`${users.id} = any(${`{${connected.join(",")}}`}::uuid[])`,
        isNull(users.deactivatedAt),
        change.staffOnly
          ? and(sql`not ${isOpener}`, or(users.isAdmin, inCourse(staffRoles)))
          : or(users.isAdmin, inCourse(staffRoles), and(isOpener, inCourse())),
      ),
    );
  return rows.map((row) => row.id);
}
