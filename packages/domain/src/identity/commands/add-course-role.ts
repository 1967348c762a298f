import { courses, memberships, users } from "@atrium/db/schema/identity";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { WriteCtx } from "../../kernel/context.ts";
import { requireSystem } from "../../kernel/guards.ts";
import { identityError } from "../errors.ts";
import type { courseRoleInput } from "../schema.ts";

/** Makes a person a member with a role; repeating it changes nothing. */
export async function addCourseRole(
  ctx: WriteCtx,
  input: z.output<typeof courseRoleInput>,
): Promise<void> {
  requireSystem(ctx);
  const { courseId, userId, role } = input;
  const [user] = await ctx.tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
  if (!user) throw identityError("identity.unknown_user");
  const [course] = await ctx.tx
    .select({ id: courses.id })
    .from(courses)
    .where(eq(courses.id, courseId));
  if (!course) throw identityError("identity.unknown_course");
  const added = await ctx.tx
    .insert(memberships)
    .values({ courseId, userId, role, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ role: memberships.role });
  if (added.length === 0) return;
  ctx.audit({
    action: "course.role_added",
    subjectType: "user",
    subjectId: userId,
    courseId,
    details: { role },
  });
}
