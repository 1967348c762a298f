import { newId } from "@atrium/domain/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiHarness, createApiHarness } from "./harness.ts";

let harness: ApiHarness;
beforeAll(async () => {
  harness = await createApiHarness();
});
afterAll(() => harness.destroy());

const ten = Array.from({ length: 10 });
const keyReused = { code: "CONFLICT", message: "threads.client_key_reused" };

async function countJobs(name: string): Promise<number> {
  const [row] = await harness.world.owner.sql<{ n: number }[]>`
    select count(*)::int as n from graphile_worker.jobs where task_identifier = ${name}`;
  return row?.n ?? 0;
}

describe("sending the same thing twice", () => {
  it("A17 opens one ticket for ten simultaneous sends with one key", async () => {
    const { people, callerFor, world } = harness;
    const send = {
      courseId: people.course.id,
      subject: "Double click",
      message: "Once, please",
      clientKey: newId(),
    };
    const student = callerFor(people.student.id);
    const answers = await Promise.all(ten.map(() => student.tickets.open(send)));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const rows = await world.owner.sql`
      select id from tickets where client_key = ${send.clientKey}`;
    expect(rows).toHaveLength(1);
    await expect(student.tickets.open({ ...send, message: "Other words" })).rejects.toMatchObject(
      keyReused,
    );
    const again = await student.tickets.open({ ...send, clientKey: newId() });
    expect(again.id).not.toBe(answers[0]?.id);
  });

  it("A17 writes one reply, one job and one unread post for ten sends with one key", async () => {
    const { people, callerFor, build, world } = harness;
    const { id: ticketId } = await build.taken();
    const staff = callerFor(people.assistant.id);
    const send = { ticketId, message: "Try again now", clientKey: newId() };
    const jobsBefore = await countJobs("notify-ticket-post");
    const answers = await Promise.all(ten.map(() => staff.tickets.reply(send)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const rows = await world.owner.sql`
      select id from posts where client_key = ${send.clientKey}`;
    expect(rows).toHaveLength(1);
    expect(await countJobs("notify-ticket-post")).toBe(jobsBefore + 1);
    const student = callerFor(people.student.id);
    expect((await student.tickets.get({ ticketId })).unread).toBe(1);

    await expect(staff.tickets.reply({ ...send, message: "Else" })).rejects.toMatchObject(
      keyReused,
    );
    const twin = await staff.tickets.reply({ ...send, clientKey: newId() });
    expect(twin.id).not.toBe(answers[0]?.id);
    expect((await student.tickets.get({ ticketId })).unread).toBe(2);
  });

  it("A17 replays a reply that was sent before the ticket was finished", async () => {
    const { people, callerFor, build } = harness;
    const { id: ticketId } = await build.taken();
    const student = callerFor(people.student.id);
    const send = { ticketId, message: "Thanks", clientKey: newId() };
    const first = await student.tickets.reply(send);
    await callerFor(people.assistant.id).tickets.markDone({ ticketId });
    expect(await student.tickets.reply(send)).toEqual(first);
    // A replay is no new word, so it reopens nothing; a new reply does.
    expect((await student.tickets.get({ ticketId })).state).toBe("done");
    await student.tickets.reply({ ...send, clientKey: newId() });
    expect((await student.tickets.get({ ticketId })).state).toBe("processing");
  });

  it("A17 writes one note for ten sends with one key", async () => {
    const { people, callerFor, build, world } = harness;
    const { id: ticketId } = await build.taken();
    const staff = callerFor(people.assistant.id);
    const send = { ticketId, message: "Same cause as yesterday", clientKey: newId() };
    const answers = await Promise.all(ten.map(() => staff.tickets.addNote(send)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const rows = await world.owner.sql`
      select id from ticket_notes where client_key = ${send.clientKey}`;
    expect(rows).toHaveLength(1);
    await expect(staff.tickets.addNote({ ...send, message: "Else" })).rejects.toMatchObject(
      keyReused,
    );
  });

  it("A17 refuses a key that served another ticket", async () => {
    const { people, callerFor, build } = harness;
    const [one, other] = [await build.taken(), await build.taken()];
    const staff = callerFor(people.assistant.id);
    const send = { message: "Hello", clientKey: newId() };
    await staff.tickets.reply({ ...send, ticketId: one.id });
    await expect(staff.tickets.reply({ ...send, ticketId: other.id })).rejects.toMatchObject(
      keyReused,
    );
  });
});
