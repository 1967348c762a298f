import { newId } from "@atrium/domain/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { LiveEvent } from "../src/live-queue.ts";
import { appRouter } from "../src/root.ts";
import { type ApiHarness, createApiHarness } from "./harness.ts";

let harness: ApiHarness;
beforeAll(async () => {
  harness = await createApiHarness();
});
afterAll(() => harness.destroy());

const SECRET = "The checker's own bug, do not tell yet";

/** A taken ticket with an answer and a note on it. */
async function notedTicket() {
  const { people, build, callerFor } = harness;
  const { id: ticketId } = await build.taken();
  const staff = callerFor(people.assistant.id);
  await staff.tickets.reply({ ticketId, message: "We are looking", clientKey: newId() });
  const before = await callerFor(people.student.id).tickets.get({ ticketId });
  await staff.tickets.addNote({ ticketId, message: SECRET, clientKey: newId() });
  return { ticketId, before };
}

describe("internal notes", () => {
  it("A8 leave no trace in anything the student can read", async () => {
    const { people, callerFor } = harness;
    const { ticketId, before } = await notedTicket();
    const student = callerFor(people.student.id);
    const answers = [
      await student.tickets.get({ ticketId }),
      await student.tickets.listPosts({ ticketId }),
      await student.tickets.listMine({}),
      await student.tickets.listInbox({ view: "waiting_for_staff" }),
      await student.tickets.countInbox({}),
      await student.session.me(),
    ];
    expect(JSON.stringify(answers)).not.toContain(SECRET);
    // Not even by a version, a time, a number or an unread mark that moved.
    expect(answers[0]).toEqual(before);
    await expect(student.tickets.listNotes({ ticketId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const { items } = await callerFor(people.teacher.id).tickets.listNotes({ ticketId });
    expect(items.map((note) => note.message)).toEqual([SECRET]);
  });

  it("A8 stay hidden from staff who opened the ticket themselves", async () => {
    const { people, callerFor } = harness;
    const asker = callerFor(people.bothRoles.id);
    const ticket = await asker.tickets.open({
      courseId: people.course.id,
      subject: "My own grade",
      message: "Is it right?",
      clientKey: newId(),
    });
    const note = { ticketId: ticket.id, message: SECRET, clientKey: newId() };
    await callerFor(people.teacher.id).tickets.addNote(note);
    await expect(asker.tickets.listNotes({ ticketId: ticket.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(asker.tickets.addNote({ ...note, clientKey: newId() })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("A8 wake the streams of staff and not the student's; neither learns more than an id", async () => {
    const { people, callerFor, build } = harness;
    const { id: ticketId } = await build.taken();
    const student = await collect(people.student.id);
    const staff = await collect(people.assistant.id);
    await forgetThePast(student, staff);
    await callerFor(people.assistant.id).tickets.addNote({
      ticketId,
      message: SECRET,
      clientKey: newId(),
    });
    await staff.until((events) => events.length === 1);
    // A reply after the note: what the student's stream shows first must be this.
    await callerFor(people.assistant.id).tickets.reply({
      ticketId,
      message: "Fixed",
      clientKey: newId(),
    });
    await staff.until((events) => events.length === 2);
    await student.until((events) => events.length === 1);
    const about = { type: "ticket", ticketId, courseId: people.course.id };
    expect(student.events).toEqual([about]);
    expect(staff.events).toEqual([about, about]);
    student.stop();
    staff.stop();
  });

  it("A3 A6 streams tell nobody of another course, and go on after an account is refused", async () => {
    const { people, callerFor, build } = harness;
    const watchers = {
      visiting: await collect(people.visitingAssistant.id),
      stranger: await collect(people.stranger.id),
      otherStudent: await collect(people.otherStudent.id),
      assistant: await collect(people.assistant.id),
    };
    await expect(
      (async () => {
        for await (const event of await callerFor(newId()).live.changes()) return event;
      })(),
    ).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    const { id: ticketId } = await build.pending();
    await watchers.assistant.until((events) => events.some((event) => isAbout(event, ticketId)));
    expect(watchers.visiting.events).toEqual([]);
    expect(watchers.stranger.events).toEqual([]);
    expect(watchers.otherStudent.events).toEqual([]);
    for (const watcher of Object.values(watchers)) watcher.stop();
  });

  it("A8 are no part of any answer's shape but the notes' own", () => {
    const procedures: object = appRouter._def.procedures;
    const shapes = Object.entries(procedures).flatMap(([name, procedure]) => {
      const { output } = procedure._def as { output?: z.ZodType };
      const text = output ? JSON.stringify(z.toJSONSchema(output, { unrepresentable: "any" })) : "";
      return /"\w*note\w*":/i.test(text.replaceAll('"note":{"type":"boolean"}', "")) ? [name] : [];
    });
    expect(shapes).toEqual([]);
    const paths = Object.keys(appRouter._def.procedures).filter((name) => /note/i.test(name));
    expect(paths.sort()).toEqual(["tickets.addNote", "tickets.listNotes"]);
  });
});

const isAbout = (event: LiveEvent | undefined, ticketId: string) =>
  event?.type === "ticket" && event.ticketId === ticketId;

type Watcher = Awaited<ReturnType<typeof collect>>;

/** Notices come in order, so once a new ticket's has come, those of everything before it have. */
async function forgetThePast(...watchers: Watcher[]) {
  const marker = await harness.build.pending();
  for (const watcher of watchers) {
    await watcher.until((events) => isAbout(events.at(-1), marker.id));
    watcher.events.length = 0;
  }
}

/** Reads a person's stream after its `ready` into a list. */
async function collect(userId: string) {
  const stop = new AbortController();
  const iterator = harness.live.subscribe(userId, stop.signal)[Symbol.asyncIterator]();
  expect(await iterator.next()).toMatchObject({ value: { type: "ready" } });
  const events: LiveEvent[] = [];
  const waiting = new Set<() => void>();
  const reading = (async () => {
    for (;;) {
      const next = await iterator.next();
      if (next.done) return;
      events.push(next.value);
      for (const check of waiting) check();
    }
  })();
  return {
    events,
    stop() {
      stop.abort();
      return reading;
    },
    until(done: (events: LiveEvent[]) => boolean): Promise<void> {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`stream holds ${JSON.stringify(events)}`)),
          5_000,
        );
        const check = () => {
          if (!done(events)) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      });
    },
  };
}
