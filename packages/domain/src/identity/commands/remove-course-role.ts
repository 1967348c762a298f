import { memberships } from "@atrium/db/schema/identity";
import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import type { WriteCtx } from "../../kernel/context.ts";
import { requireSystem } from "../../kernel/guards.ts";
import { lockCourseStaff } from "../access.ts";
import { identityError } from "../errors.ts";
import { releaseClaimsJob } from "../jobs.ts";
import type { courseRoleInput } from "../schema.ts";

/**
 * Takes a role away; repeating it changes nothing. Whoever has no staff role left in the course has
 * their claims released by a job. Throws `identity.last_responsible`: a course keeps at least one.
 */
export async function removeCourseRole(
  ctx: WriteCtx,
  input: z.output<typeof courseRoleInput>,
): Promise<void> {
  requireSystem(ctx);
  const { courseId, userId, role } = input;
  // Two last responsibles removed at once must not both see the other one staying.
  await lockCourseStaff(ctx, courseId, "exclusive");
  if (role === "responsible") await requireAnotherResponsible(ctx, courseId, userId);
  const ofPerson = and(eq(memberships.courseId, courseId), eq(memberships.userId, userId));
  const removed = await ctx.tx
    .delete(memberships)
    .where(and(ofPerson, eq(memberships.role, role)))
    .returning({ role: memberships.role });
  if (removed.length === 0) return;
  const staffRolesLeft = await ctx.tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(ofPerson, ne(memberships.role, "student")));
  if (staffRolesLeft.length === 0) ctx.enqueue(releaseClaimsJob, { courseId, userId });
  ctx.audit({
    action: "course.role_removed",
    subjectType: "user",
    subjectId: userId,
    courseId,
    details: { role },
  });
}

async function requireAnotherResponsible(ctx: WriteCtx, courseId: string, userId: string) {
  const others = await ctx.tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(
      and(
        eq(memberships.courseId, courseId),
        eq(memberships.role, "responsible"),
        ne(memberships.userId, userId),
      ),
    )
    .limit(1);
  if (others.length === 0) throw identityError("identity.last_responsible");
}
