import {
  type CourseRole,
  courses,
  credentials,
  memberships,
  users,
} from "@atrium/db/schema/identity";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { UserActor } from "../kernel/actor.ts";
import type { ReadCtx } from "../kernel/context.ts";
import { kernelError } from "../kernel/errors.ts";
import { toLocale } from "../kernel/locale.ts";
import { isStaffRole, strongestRole } from "./policy.ts";
import type { courseOfPersonSchema, meSchema } from "./schema.ts";

export interface StoredCredentials {
  userId: string;
  email: string;
  name: string;
  locale: string;
  passwordHash: string;
}

/** For the sign-in door only: the hash leaves the domain nowhere else. Null when unknown. */
export async function findCredentials(
  ctx: ReadCtx,
  email: string,
): Promise<StoredCredentials | null> {
  const [row] = await ctx.tx
    .select({
      userId: users.id,
      email: users.email,
      name: sql<string>`concat_ws(' ', ${users.firstName}, ${users.lastName})`,
      locale: users.locale,
      passwordHash: credentials.passwordHash,
    })
    .from(users)
    .innerJoin(credentials, eq(credentials.userId, users.id))
    .where(and(sql`lower(${users.email}) = ${email}`, isNull(users.deactivatedAt)));
  return row ?? null;
}

/** The signed-in person with the courses they belong to, by code. */
export async function getMe(ctx: ReadCtx<UserActor>): Promise<z.infer<typeof meSchema>> {
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, ctx.actor.userId));
  if (!user) throw kernelError("unauthenticated");
  const own = await listOwnCourses(ctx);
  return {
    id: user.id,
    firstName: user.firstName,
    lastName: user.lastName,
    email: user.email,
    locale: toLocale(user.locale),
    timeZone: user.timeZone,
    isAdmin: user.isAdmin,
    isStaff: user.isAdmin || own.some((course) => isStaffRole(course.role)),
    courses: own,
  };
}

async function listOwnCourses(
  ctx: ReadCtx<UserActor>,
): Promise<z.infer<typeof courseOfPersonSchema>[]> {
  const rows = await ctx.tx
    .select({
      courseId: courses.id,
      code: courses.code,
      term: courses.term,
      name: courses.name,
      roles: sql<CourseRole[]>`json_agg(${memberships.role})`,
    })
    .from(memberships)
    .innerJoin(courses, eq(courses.id, memberships.courseId))
    .where(eq(memberships.userId, ctx.actor.userId))
    .groupBy(courses.id)
    .orderBy(asc(courses.code), asc(courses.term));
  return rows.flatMap((row) => {
    const role = strongestRole(row.roles);
    return role === null ? [] : [{ ...row, role }];
  });
}

/** The actor's roles in one course; none when not a member. */
export async function getOwnRoles(
  ctx: ReadCtx<UserActor>,
  courseId: string,
): Promise<CourseRole[]> {
  const rows = await ctx.tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.courseId, courseId), eq(memberships.userId, ctx.actor.userId)));
  return rows.map((row) => row.role);
}

/** A person's id by address, whatever its case; null when there is none. For the operator's tool. */
export async function findUserByEmail(ctx: ReadCtx, email: string): Promise<string | null> {
  const [row] = await ctx.tx
    .select({ id: users.id })
    .from(users)
    .where(sql`lower(${users.email}) = ${email.toLowerCase()}`);
  return row?.id ?? null;
}

/** A course's id by code and term; null when there is none. */
export async function findCourse(
  ctx: ReadCtx,
  course: { code: string; term: string },
): Promise<string | null> {
  const [row] = await ctx.tx
    .select({ id: courses.id })
    .from(courses)
    .where(and(eq(courses.code, course.code), eq(courses.term, course.term)));
  return row?.id ?? null;
}
