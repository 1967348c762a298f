import { newId } from "../../src/kernel/ids.ts";
import { openTicket } from "../../src/tickets/commands/open-ticket.ts";
import type { World } from "../world.ts";
import { buildCourse, buildMember, buildUser, enrol } from "./identity.ts";

export function buildTicket(
  world: World,
  openerId: string,
  courseId: string,
  values: { subject?: string; message?: string } = {},
): Promise<{ id: string }> {
  return world.writeAs(openerId, (ctx) =>
    openTicket(ctx, {
      courseId,
      subject: values.subject ?? "Checker says timeout",
      message: values.message ?? "It works on my machine.",
      clientKey: newId(),
    }),
  );
}

/**
 * One course with a person in every role, a stranger, an admin, and somebody who is assistant in
 * another course and student in this one (hard case A3).
 */
export async function buildStaffedCourse(world: World) {
  const course = await buildCourse(world);
  const elsewhere = await buildCourse(world);
  const visitingAssistant = await buildMember(world, elsewhere.id, "assistant");
  await enrol(world, course.id, visitingAssistant.id, "student");
  return {
    course,
    elsewhere,
    student: await buildMember(world, course.id, "student"),
    otherStudent: await buildMember(world, course.id, "student"),
    assistant: await buildMember(world, course.id, "assistant"),
    otherAssistant: await buildMember(world, course.id, "assistant"),
    teacher: await buildMember(world, course.id, "teacher"),
    responsible: await buildMember(world, course.id, "responsible"),
    bothRoles: await buildMember(world, course.id, "student", "assistant"),
    visitingAssistant,
    stranger: await buildUser(world),
    admin: await buildUser(world, { isAdmin: true }),
  };
}
