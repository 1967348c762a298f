import type { Database } from "@atrium/db/client";
import { addCourseRole } from "@atrium/domain/identity/commands/add-course-role";
import { createCourse } from "@atrium/domain/identity/commands/create-course";
import { createUser } from "@atrium/domain/identity/commands/create-user";
import { setAdmin } from "@atrium/domain/identity/commands/set-admin";
import { findCourse, findUserByEmail } from "@atrium/domain/identity/queries";
import { hashPassword } from "@atrium/domain/kernel/passwords";
import { runWrite } from "@atrium/domain/kernel/transaction";
import { type DemoCourse, demoCourses } from "./courses.ts";
import { type DemoPerson, demoPeople } from "./people.ts";
import { playTicket } from "./play-ticket.ts";
import { demoTickets } from "./tickets.ts";

const PASSWORD = "atrium-demo";
const DAY_MS = 24 * 3600 * 1000;

/**
 * Loads the demo. What is there stays as people left it, so loading again is safe and goes on where
 * a load was cut off. `today` is what the demo's dates count from.
 */
export async function loadDemo(database: Database, today = new Date()): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  const userIds = new Map<string, string>();
  for (const person of demoPeople()) {
    userIds.set(person.key, await ensurePerson(database, person, passwordHash));
  }
  for (const course of demoCourses) {
    const courseId = await ensureCourse(database, course, userIds, today);
    for (const ticket of demoTickets.filter((each) => each.course === course.code)) {
      await playTicket(database, ticket, courseId, userIds, today);
    }
  }
}

function ensurePerson(database: Database, person: DemoPerson, passwordHash: string) {
  const { key, isAdmin, ...names } = person;
  const email = `${key}@atrium.test`;
  return runWrite(database, { actorId: "system" }, async (ctx) => {
    const known = await findUserByEmail(ctx, email);
    if (known !== null) return known;
    const { id } = await createUser(ctx, { ...names, email, passwordHash });
    if (isAdmin) await setAdmin(ctx, { userId: id, isAdmin });
    return id;
  });
}

function ensureCourse(
  database: Database,
  course: DemoCourse,
  userIds: ReadonlyMap<string, string>,
  today: Date,
) {
  const { code, term, name } = course;
  const dayFromToday = (days: number) =>
    new Date(today.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  return runWrite(database, { actorId: "system" }, async (ctx) => {
    const known = await findCourse(ctx, { code, term });
    if (known !== null) return known;
    const dates = { startsOn: dayFromToday(-80), endsOn: dayFromToday(40) };
    const { id } = await createCourse(ctx, { code, term, name, ...dates });
    for (const [key, role] of course.members) {
      await addCourseRole(ctx, { courseId: id, userId: idOf(userIds, key), role });
    }
    return id;
  });
}

function idOf(userIds: ReadonlyMap<string, string>, key: string): string {
  const id = userIds.get(key);
  if (id === undefined) throw new Error(`the demo has no ${key}`);
  return id;
}
