import { buildStaffedCourse, buildTicket } from "@atrium/domain/testing/factories/tickets";
import { createWorld, type World } from "@atrium/domain/testing/world";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkTickets, countTickets, listStudents } from "./ledger.ts";

let world: World;
let tickets: { id: string }[];

beforeEach(async () => {
  world = await createWorld({ max: 2 });
  const { course, student, otherStudent } = await buildStaffedCourse(world);
  tickets = [];
  for (const { id } of [student, otherStudent, student]) {
    tickets.push(await buildTicket(world, id, course.id));
  }
});
afterEach(() => world.destroy());

test("tickets that add up pass", async () => {
  expect(await countTickets(world.owner)).toBe(3);
  await checkTickets(world.owner, 3);
});

test("students are those who may open tickets, once for each course", async () => {
  const students = await listStudents(world.owner);
  expect(students).toHaveLength(4);
  expect(new Set(students.map(({ email }) => email)).size).toBe(4);
});

test("an answer without its ticket is found", async () => {
  await expect(checkTickets(world.owner, 4)).rejects.toThrow("3 tickets, 4 were answered for");
});

test("a gap in the numbers is found", async () => {
  const { sql } = world.owner;
  await sql`update tickets set number = 4 where id = ${tickets[2]?.id ?? ""}`;
  await expect(checkTickets(world.owner, 3)).rejects.toThrow("gaps or doubles");
});

test("a missing and a doubled audit line are found", async () => {
  const { sql } = world.owner;
  await sql`delete from audit_events where subject_id = ${tickets[0]?.id ?? ""}`;
  await sql`
    insert into audit_events (id, at, actor_id, action, subject_type, subject_id, course_id, details)
    select gen_random_uuid(), at, actor_id, action, subject_type, subject_id, course_id, details
    from audit_events where subject_id = ${tickets[1]?.id ?? ""}`;
  await expect(checkTickets(world.owner, 3)).rejects.toThrow("2 tickets without exactly one");
});
