import { memberships } from "@atrium/db/schema/identity";
import { tickets } from "@atrium/db/schema/tickets";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildMember } from "../../../testing/factories/identity.ts";
import { buildStaffedCourse, buildTicket } from "../../../testing/factories/tickets.ts";
import { createWorld, type World } from "../../../testing/world.ts";
import { removeCourseRole } from "../../identity/commands/remove-course-role.ts";
import { newId } from "../../kernel/ids.ts";
import { listInbox } from "../inbox/queries.ts";
import { claimTicket } from "./claim-ticket.ts";
import { markTicketDone } from "./mark-ticket-done.ts";
import { releaseClaims } from "./release-claims.ts";
import { replyToTicket } from "./reply-to-ticket.ts";

let world: World;
let people: Awaited<ReturnType<typeof buildStaffedCourse>>;
beforeAll(async () => {
  world = await createWorld({ max: 20 });
  people = await buildStaffedCourse(world);
});
afterAll(() => world.destroy());

async function rowOf(ticketId: string) {
  const [row] = await world.owner.db.select().from(tickets).where(eq(tickets.id, ticketId));
  if (!row) throw new Error("no such ticket");
  return row;
}

const reply = (userId: string, ticketId: string, now?: Date) =>
  world.writeAs(
    userId,
    (ctx) => replyToTicket(ctx, { ticketId, message: "One more thing", clientKey: newId() }),
    now,
  );

async function finishedBy(userId: string) {
  const ticket = await buildTicket(world, people.student.id, people.course.id);
  await world.writeAs(userId, (ctx) => claimTicket(ctx, { ticketId: ticket.id }));
  await world.writeAs(userId, (ctx) => markTicketDone(ctx, { ticketId: ticket.id }));
  return ticket;
}

const daysAfter = (doneAt: Date | null, days: number) =>
  new Date((doneAt?.getTime() ?? 0) + days * 24 * 3600 * 1000);

describe("replyToTicket", () => {
  it("passes the word to and fro: staff answers wait, the opener's bring it back", async () => {
    const ticket = await buildTicket(world, people.student.id, people.course.id);
    await reply(people.assistant.id, ticket.id);
    expect(await rowOf(ticket.id)).toMatchObject({
      state: "waiting",
      assigneeId: people.assistant.id,
    });
    await reply(people.student.id, ticket.id);
    expect((await rowOf(ticket.id)).state).toBe("processing");
  });

  it("reopens for fourteen days and refuses after", async () => {
    const early = await finishedBy(people.assistant.id);
    await reply(people.student.id, early.id, daysAfter((await rowOf(early.id)).doneAt, 13));
    expect(await rowOf(early.id)).toMatchObject({
      state: "processing",
      assigneeId: people.assistant.id,
      doneAt: null,
    });
    const late = await finishedBy(people.assistant.id);
    const tooLate = reply(people.student.id, late.id, daysAfter((await rowOf(late.id)).doneAt, 15));
    await expect(tooLate).rejects.toMatchObject({ code: "tickets.too_old_to_reopen" });
    expect((await rowOf(late.id)).state).toBe("done");
  });

  it("A14 puts a reopened ticket into the queue when whoever had it has left the staff", async () => {
    const leaver = await buildMember(world, people.course.id, "assistant");
    const ticket = await finishedBy(leaver.id);
    const where = { courseId: people.course.id, userId: leaver.id };
    await world.writeAsSystem((ctx) => removeCourseRole(ctx, { ...where, role: "assistant" }));
    await world.writeAsSystem((ctx) => releaseClaims(ctx, where));
    await reply(people.student.id, ticket.id);
    expect(await rowOf(ticket.id)).toMatchObject({ state: "pending", assigneeId: null });
    const inbox = await world.readAs(people.otherAssistant.id, (ctx) =>
      listInbox(ctx, { view: "waiting_for_staff", limit: 200 }),
    );
    expect(inbox.items.map((item) => item.id)).toContain(ticket.id);
  });

  it("loses no message and ends in one written state when done races a reply", async () => {
    for (let round = 0; round < 8; round += 1) {
      const ticket = await buildTicket(world, people.student.id, people.course.id);
      await world.writeAs(people.assistant.id, (ctx) => claimTicket(ctx, { ticketId: ticket.id }));
      await Promise.all([
        world.writeAs(people.assistant.id, (ctx) => markTicketDone(ctx, { ticketId: ticket.id })),
        reply(people.student.id, ticket.id),
      ]);
      // Whichever came last wins: a reply after "done" reopens, "done" after a reply finishes.
      expect(["done", "processing"]).toContain((await rowOf(ticket.id)).state);
      const [row] = await world.owner.sql<{ n: number }[]>`
        select count(*)::int as n from posts where kind = 'post'
          and thread_id = ${(await rowOf(ticket.id)).threadId}`;
      expect(row?.n).toBe(2);
    }
  });

  it("takes its locks in the order a departure does: neither side is ever a deadlock's victim", async () => {
    const leaver = await buildMember(world, people.course.id, "assistant");
    const where = { courseId: people.course.id, userId: leaver.id };
    const claimed = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const ticket = await buildTicket(world, people.student.id, people.course.id);
        await world.writeAs(leaver.id, (ctx) => claimTicket(ctx, { ticketId: ticket.id }));
        return ticket;
      }),
    );
    const deadlocks = () => world.owner.sql<{ n: string }[]>`
      select deadlocks as n from pg_stat_database where datname = current_database()`;
    const [before] = await deadlocks();
    await world.owner.db
      .delete(memberships)
      .where(and(eq(memberships.userId, leaver.id), eq(memberships.courseId, where.courseId)));
    await Promise.all([
      world.writeAsSystem((ctx) => releaseClaims(ctx, where)),
      ...claimed.map((ticket) => reply(people.teacher.id, ticket.id)),
    ]);
    // The server reports its counters with a delay; asking for a snapshot anew flushes ours.
    await world.owner.sql`select pg_stat_force_next_flush()`;
    expect(await deadlocks()).toEqual([before]);
  });
});
