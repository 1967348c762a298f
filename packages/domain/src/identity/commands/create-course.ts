import { courses } from "@atrium/db/schema/identity";
import type { z } from "zod";
import type { WriteCtx } from "../../kernel/context.ts";
import { requireSystem } from "../../kernel/guards.ts";
import { newId } from "../../kernel/ids.ts";
import { identityError } from "../errors.ts";
import type { createCourseInput } from "../schema.ts";

/** Adds one teaching instance. Throws `identity.course_exists` for a known code and term. */
export async function createCourse(
  ctx: WriteCtx,
  input: z.output<typeof createCourseInput>,
): Promise<{ id: string }> {
  requireSystem(ctx);
  const id = newId();
  const added = await ctx.tx
    .insert(courses)
    .values({ ...input, id, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: courses.id });
  if (added.length === 0) throw identityError("identity.course_exists");
  ctx.audit({ action: "course.created", subjectType: "course", subjectId: id, courseId: id });
  return { id };
}
