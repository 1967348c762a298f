import { type CourseRole, courses, memberships, users } from "@atrium/db/schema/identity";
import { newId } from "../../src/kernel/ids.ts";
import type { World } from "../world.ts";

let made = 0;

export async function buildUser(
  { owner }: Pick<World, "owner">,
  values: Partial<typeof users.$inferInsert> = {},
): Promise<{ id: string; name: string; email: string }> {
  made += 1;
  const user = {
    id: newId(),
    email: `person${made}@atrium.test`,
    firstName: `First${made}`,
    lastName: `Last${made}`,
    ...values,
  };
  await owner.db.insert(users).values(user);
  return { id: user.id, email: user.email, name: `${user.firstName} ${user.lastName}` };
}

export async function buildCourse(
  { owner }: Pick<World, "owner">,
  values: Partial<typeof courses.$inferInsert> = {},
): Promise<{ id: string }> {
  made += 1;
  const course = {
    id: newId(),
    code: `52${1000 + made}A`,
    term: "2026-autumn",
    name: { fi: "Ohjelmoinnin alkeet", en: "Elementary programming" },
    startsOn: "2026-09-01",
    endsOn: "2026-12-18",
    ...values,
  };
  await owner.db.insert(courses).values(course);
  return { id: course.id };
}

export async function buildMember(
  world: Pick<World, "owner">,
  courseId: string,
  ...roles: CourseRole[]
): Promise<{ id: string; name: string; email: string }> {
  const user = await buildUser(world);
  await enrol(world, courseId, user.id, ...roles);
  return user;
}

export async function enrol(
  { owner }: Pick<World, "owner">,
  courseId: string,
  userId: string,
  ...roles: CourseRole[]
): Promise<void> {
  await owner.db.insert(memberships).values(roles.map((role) => ({ courseId, userId, role })));
}
