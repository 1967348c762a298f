import { posts } from "@atrium/db/schema/threads";
import { tickets } from "@atrium/db/schema/tickets";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildMember } from "../../../testing/factories/identity.ts";
import { buildStaffedCourse, buildTicket } from "../../../testing/factories/tickets.ts";
import { createWorld, type World } from "../../../testing/world.ts";
import { addCourseRole } from "../../identity/commands/add-course-role.ts";
import { removeCourseRole } from "../../identity/commands/remove-course-role.ts";
import { DomainError } from "../../kernel/errors.ts";
import { runWrite } from "../../kernel/transaction.ts";
import { claimTicket } from "./claim-ticket.ts";
import { markTicketDone } from "./mark-ticket-done.ts";
import { reassignTicket } from "./reassign-ticket.ts";
import { releaseClaims } from "./release-claims.ts";
import { releaseTicket } from "./release-ticket.ts";
import { reopenTicket } from "./reopen-ticket.ts";

let world: World;
let people: Awaited<ReturnType<typeof buildStaffedCourse>>;

beforeAll(async () => {
  world = await createWorld({ max: 25 });
  people = await buildStaffedCourse(world);
});
afterAll(() => world.destroy());

const claimAs = (userId: string, ticketId: string) =>
  world.writeAs(userId, (ctx) => claimTicket(ctx, { ticketId }));

async function rowOf(ticketId: string) {
  const [row] = await world.owner.db.select().from(tickets).where(eq(tickets.id, ticketId));
  if (!row) throw new Error("no such ticket");
  return row;
}

async function countEvents(threadId: string, type: string) {
  const rows = await world.owner.db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.threadId, threadId), sql`event->>'type' = ${type}`));
  return rows.length;
}

async function someoneWaits(): Promise<boolean> {
  const waiting = await world.owner.sql`
    select 1 from pg_locks where not granted and locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`;
  return waiting.length > 0;
}

const refusals = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === "rejected" ? [result.reason as DomainError] : []));

describe("claimTicket", () => {
  it("A14 lets exactly one of 50 parallel claims win and names the winner to the other 49", async () => {
    const staff = await Promise.all(
      Array.from({ length: 50 }, () => buildMember(world, people.course.id, "assistant")),
    );
    const ticket = await buildTicket(world, people.student.id, people.course.id);
    const results = await Promise.allSettled(staff.map((person) => claimAs(person.id, ticket.id)));

    const winners = staff.filter((_, index) => results[index]?.status === "fulfilled");
    expect(winners).toHaveLength(1);
    const row = await rowOf(ticket.id);
    expect(row).toMatchObject({ state: "processing", assigneeId: winners[0]?.id });
    const lost = refusals(results);
    expect(lost).toHaveLength(49);
    for (const error of lost) {
      expect(error).toBeInstanceOf(DomainError);
      expect(error.code).toBe("tickets.already_claimed");
      expect(error.details).toEqual({ assignee: { id: winners[0]?.id, name: winners[0]?.name } });
    }
    expect(await countEvents(row.threadId, "claimed")).toBe(1);
  });

  it("A14 leaves one written outcome when a claim races a close", async () => {
    for (let round = 0; round < 10; round += 1) {
      const ticket = await buildTicket(world, people.student.id, people.course.id);
      const [claimed, closed] = await Promise.allSettled([
        claimAs(people.assistant.id, ticket.id),
        world.writeAs(people.teacher.id, (ctx) => markTicketDone(ctx, { ticketId: ticket.id })),
      ]);
      expect(closed.status).toBe("fulfilled");
      const row = await rowOf(ticket.id);
      expect(row.state).toBe("done");
      if (claimed.status === "fulfilled") expect(row.assigneeId).toBe(people.assistant.id);
      else {
        // Finishing what nobody had taken takes it.
        expect(row.assigneeId).toBe(people.teacher.id);
        expect(claimed.reason.details).toEqual({
          assignee: { id: people.teacher.id, name: people.teacher.name },
        });
      }
      expect(await countEvents(row.threadId, "done")).toBe(1);
    }
  });

  it("A14 ends with the hand-over's assignee when a claim races a hand-over", async () => {
    for (let round = 0; round < 10; round += 1) {
      const ticket = await buildTicket(world, people.student.id, people.course.id);
      const assigneeId = people.otherAssistant.id;
      const [claimed, handed] = await Promise.allSettled([
        claimAs(people.assistant.id, ticket.id),
        world.writeAs(people.teacher.id, (ctx) =>
          reassignTicket(ctx, { ticketId: ticket.id, assigneeId }),
        ),
      ]);
      expect(handed.status).toBe("fulfilled");
      expect(await rowOf(ticket.id)).toMatchObject({ state: "processing", assigneeId });
      if (claimed.status === "rejected") {
        expect(claimed.reason.details).toEqual({
          assignee: { id: assigneeId, name: people.otherAssistant.name },
        });
      }
    }
  });

  it("A14 releases what a removed member of staff had taken, also when they claim meanwhile", async () => {
    for (let round = 0; round < 10; round += 1) {
      const leaver = await buildMember(world, people.course.id, "assistant");
      const ticket = await buildTicket(world, people.student.id, people.course.id);
      const where = { courseId: people.course.id, userId: leaver.id };
      await Promise.allSettled([
        claimAs(leaver.id, ticket.id),
        world
          .writeAsSystem((ctx) => removeCourseRole(ctx, { ...where, role: "assistant" }))
          .then(() =>
            runWrite(world.worker, { actorId: "system" }, (ctx) => releaseClaims(ctx, where)),
          ),
      ]);
      expect(await rowOf(ticket.id)).toMatchObject({ state: "pending", assigneeId: null });
    }
  });

  it("A14 makes who leaves the staff wait for their claim that is about to commit", async () => {
    const leaver = await buildMember(world, people.course.id, "assistant");
    const ticket = await buildTicket(world, people.student.id, people.course.id);
    const where = { courseId: people.course.id, userId: leaver.id };
    const [claimed, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const claim = world.writeAs(leaver.id, async (ctx) => {
      await claimTicket(ctx, { ticketId: ticket.id });
      claimed.resolve();
      await mayCommit.promise;
    });
    await claimed.promise;
    let left = false;
    const leave = world
      .writeAsSystem((ctx) => removeCourseRole(ctx, { ...where, role: "assistant" }))
      .then(() => runWrite(world.worker, { actorId: "system" }, (ctx) => releaseClaims(ctx, where)))
      .then(() => {
        left = true;
      });
    // Either it waits for the lock, or (without one) it is through with nothing released.
    await expect.poll(async () => left || (await someoneWaits())).toBe(true);
    mayCommit.resolve();
    await Promise.all([claim, leave]);
    expect(await rowOf(ticket.id)).toMatchObject({ state: "pending", assigneeId: null });
  });

  it("keeps the claims of somebody who is staff again before the release runs", async () => {
    const returner = await buildMember(world, people.course.id, "assistant");
    const ticket = await buildTicket(world, people.student.id, people.course.id);
    await claimAs(returner.id, ticket.id);
    const where = { courseId: people.course.id, userId: returner.id };
    await world.writeAsSystem((ctx) => removeCourseRole(ctx, { ...where, role: "assistant" }));
    await world.writeAsSystem((ctx) => addCourseRole(ctx, { ...where, role: "teacher" }));
    await runWrite(world.worker, { actorId: "system" }, (ctx) => releaseClaims(ctx, where));
    expect((await rowOf(ticket.id)).assigneeId).toBe(returner.id);
  });

  it("can be repeated by the winner and taken again after a release", async () => {
    const ticket = await buildTicket(world, people.student.id, people.course.id);
    await claimAs(people.assistant.id, ticket.id);
    await claimAs(people.assistant.id, ticket.id);
    const { threadId } = await rowOf(ticket.id);
    expect(await countEvents(threadId, "claimed")).toBe(1);
    await world.writeAs(people.assistant.id, (ctx) => releaseTicket(ctx, { ticketId: ticket.id }));
    await claimAs(people.otherAssistant.id, ticket.id);
    expect((await rowOf(ticket.id)).assigneeId).toBe(people.otherAssistant.id);
  });

  it("gives ten clicks of one person no quarrel with themselves", async () => {
    const ticket = await buildTicket(world, people.student.id, people.course.id);
    await Promise.all(Array.from({ length: 10 }, () => claimAs(people.assistant.id, ticket.id)));
    const row = await rowOf(ticket.id);
    expect(row.assigneeId).toBe(people.assistant.id);
    expect(await countEvents(row.threadId, "claimed")).toBe(1);
  });

  it("can be taken back from done by staff, who then have it", async () => {
    const ticket = await buildTicket(world, people.student.id, people.course.id);
    const about = { ticketId: ticket.id };
    await world.writeAs(people.assistant.id, (ctx) => markTicketDone(ctx, about));
    expect(await rowOf(ticket.id)).toMatchObject({ assigneeId: people.assistant.id });
    await world.writeAs(people.teacher.id, (ctx) => reopenTicket(ctx, about));
    await world.writeAs(people.teacher.id, (ctx) => reopenTicket(ctx, about));
    const row = await rowOf(ticket.id);
    expect(row).toMatchObject({ state: "processing", assigneeId: people.teacher.id, doneAt: null });
    expect(await countEvents(row.threadId, "reopened")).toBe(1);
  });

  it("A3 refuses an assistant of another course as if the ticket did not exist", async () => {
    const ticket = await buildTicket(world, people.student.id, people.course.id);
    for (const person of [people.visitingAssistant, people.stranger, people.otherStudent]) {
      await expect(claimAs(person.id, ticket.id)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(claimAs(people.student.id, ticket.id)).rejects.toMatchObject({
      code: "forbidden",
    });
    await claimAs(people.bothRoles.id, ticket.id);
  });

  it("A3 gives staff no staff power over a ticket they opened themselves", async () => {
    const ticket = await buildTicket(world, people.bothRoles.id, people.course.id);
    await expect(claimAs(people.bothRoles.id, ticket.id)).rejects.toMatchObject({
      code: "forbidden",
    });
    await claimAs(people.assistant.id, ticket.id);
  });
});
