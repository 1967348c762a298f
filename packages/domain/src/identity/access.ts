import { sql } from "drizzle-orm";
import type { WriteCtx } from "../kernel/context.ts";

/**
 * Holds a course's list of staff until the transaction ends: shared by those who take tickets in it,
 * exclusive for those who change it. Without it a claim could commit just after its maker's last
 * claims were released, and belong to nobody's queue. Read the roles after this call, not before.
 */
export async function lockCourseStaff(
  ctx: WriteCtx,
  courseId: string,
  mode: "shared" | "exclusive",
): Promise<void> {
  const key = sql`hashtextextended(${`course staff ${courseId}`}, 0)`;
  await ctx.tx.execute(
    mode === "shared"
      ? sql`select pg_advisory_xact_lock_shared(${key})`
      : sql`select pg_advisory_xact_lock(${key})`,
  );
}
