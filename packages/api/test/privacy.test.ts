import { newId } from "@atrium/domain/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiHarness, createApiHarness } from "./harness.ts";

let harness: ApiHarness;
let http: Awaited<ReturnType<ApiHarness["serve"]>>;
beforeAll(async () => {
  harness = await createApiHarness();
  http = await harness.serve();
});
afterAll(async () => {
  await http.close();
  await harness.destroy();
});

async function query(userId: string, path: string, input: unknown) {
  const search = new URLSearchParams({ input: JSON.stringify(input) });
  const response = await fetch(`${http.url}/${path}?${search}`, { headers: { "x-user": userId } });
  return { status: response.status, body: await response.text() };
}

async function mutate(userId: string, path: string, input: unknown) {
  const response = await fetch(`${http.url}/${path}`, {
    method: "POST",
    headers: { "x-user": userId, "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  return { status: response.status, body: await response.text() };
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

describe("what a person may not see does not exist for them", () => {
  const reads = ["tickets.get", "tickets.listPosts", "tickets.listNotes"];

  it("A1 answers for a foreign ticket exactly as for an unknown id", async () => {
    const { people, build } = harness;
    const ticket = await build.pending();
    for (const path of reads) {
      const foreign = await query(people.otherStudent.id, path, { ticketId: ticket.id });
      const unknown = await query(people.otherStudent.id, path, { ticketId: newId() });
      expect(foreign.status).toBe(404);
      expect(foreign).toEqual(unknown);
    }
    const own = await query(people.student.id, "tickets.get", { ticketId: ticket.id });
    expect(own.status).toBe(200);
  });

  it("A1 is held by the rules alone too, where row-level security is out of the way", async () => {
    const { people, build, callerFor, world } = harness;
    const ticket = await build.pending();
    // The owner's connection sees every row.
    const unlocked = callerFor(people.otherStudent.id, world.owner);
    for (const attempt of [
      () => unlocked.tickets.get({ ticketId: ticket.id }),
      () => unlocked.tickets.listPosts({ ticketId: ticket.id }),
      () => unlocked.tickets.listNotes({ ticketId: ticket.id }),
      () => unlocked.tickets.reply({ ticketId: ticket.id, message: "Hi", clientKey: newId() }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    for (const view of ["waiting_for_staff", "mine", "waiting_for_student", "done"] as const) {
      expect((await unlocked.tickets.listInbox({ view })).items).toEqual([]);
    }
    expect((await unlocked.tickets.listMine({})).items).toEqual([]);
    const own = callerFor(people.student.id, world.owner);
    expect((await own.tickets.get({ ticketId: ticket.id })).id).toBe(ticket.id);
  });

  it("A1 refuses writes to a foreign ticket exactly as to an unknown one", async () => {
    const { people, build } = harness;
    const ticket = await build.pending();
    const writes = { message: "Let me in", clientKey: newId() };
    for (const [path, extra] of [
      ["tickets.reply", writes],
      ["tickets.addNote", writes],
      ["tickets.claim", {}],
      ["tickets.markDone", {}],
      ["tickets.markSeen", { upToSeq: 1 }],
    ] as const) {
      const foreign = await mutate(people.otherStudent.id, path, { ticketId: ticket.id, ...extra });
      const unknown = await mutate(people.otherStudent.id, path, { ticketId: newId(), ...extra });
      expect(foreign.status, path).toBe(404);
      expect(foreign).toEqual(unknown);
    }
  });

  it("A1 tells who has a ticket to staff of its course alone", async () => {
    const { people, build, callerFor } = harness;
    const [taken, pending] = [await build.taken(), await build.pending()];
    const holder = (person: { id: string }, ticketId: string) =>
      callerFor(person.id).tickets.getHolder({ ticketId });
    const { id, name } = people.assistant;
    for (const person of [people.otherAssistant, people.teacher, people.admin]) {
      expect(await holder(person, taken.id)).toEqual({ id, name });
      expect(await holder(person, pending.id)).toBeNull();
    }
    for (const person of [people.student, people.otherStudent, people.visitingAssistant]) {
      expect(await holder(person, taken.id)).toBeNull();
      expect(await holder(person, newId())).toBeNull();
    }
  });

  it("A1 takes as long for a foreign ticket as for an unknown id", async () => {
    const { people, build } = harness;
    const ticket = await build.pending();
    const times = { foreign: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 60; round += 1) {
      for (const kind of ["foreign", "unknown"] as const) {
        const ticketId = kind === "foreign" ? ticket.id : newId();
        const started = performance.now();
        await query(people.otherStudent.id, "tickets.get", { ticketId });
        times[kind].push(performance.now() - started);
      }
    }
    // The same class, not the same microsecond: a second query would more than double it.
    const ratio = median(times.foreign) / median(times.unknown);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it("A1 A3 lists and counts hold nothing of others", async () => {
    const { people, build } = harness;
    await build.pending();
    await build.foreign();
    for (const person of [people.otherStudent, people.stranger]) {
      const lists = [
        await query(person.id, "tickets.listMine", {}),
        await query(person.id, "tickets.listInbox", { view: "waiting_for_staff" }),
      ];
      for (const list of lists) expect(JSON.parse(list.body).result.data.items).toEqual([]);
      const counts = JSON.parse((await query(person.id, "tickets.countInbox", {})).body);
      expect(counts.result.data).toEqual({
        views: { waiting_for_staff: 0, mine: 0, waiting_for_student: 0, done: 0 },
        courses: [],
      });
    }
    const visiting = await query(people.visitingAssistant.id, "tickets.listInbox", {
      view: "waiting_for_staff",
    });
    const courses = JSON.parse(visiting.body).result.data.items.map(
      (ticket: { courseId: string }) => ticket.courseId,
    );
    expect(new Set(courses)).toEqual(new Set([people.elsewhere.id]));
  });
});

describe("what a client may not send", () => {
  const forged = {
    state: "done",
    status: "done",
    openerId: newId(),
    authorId: newId(),
    assigneeId: newId(),
    createdAt: "2020-01-01T00:00:00Z",
    is_staff: true,
    role: "teacher",
    number: 1,
  };

  for (const [field, value] of Object.entries(forged)) {
    it(`A7 refuses a ticket with ${field} in it`, async () => {
      const { people } = harness;
      const ticket = { courseId: people.course.id, subject: "Hello", message: "Help" };
      const bad = await mutate(people.student.id, "tickets.open", {
        ...ticket,
        clientKey: newId(),
        [field]: value,
      });
      expect(bad.status).toBe(400);
      expect(JSON.parse(bad.body).error.data.domainCode).toBe("invalid_input");
      const good = await mutate(people.student.id, "tickets.open", {
        ...ticket,
        clientKey: newId(),
      });
      expect(JSON.parse(good.body).result.data).toMatchObject({
        state: "pending",
        assignee: null,
        opener: { id: people.student.id },
      });
    });
  }

  for (const path of ["tickets.reply", "tickets.addNote"]) {
    it(`A7 refuses ${path} with an author, a time or a number of the sender's making`, async () => {
      const { people, build } = harness;
      const { id: ticketId } = await build.taken();
      const send = () => ({ ticketId, message: "Hello", clientKey: newId() });
      for (const field of ["authorId", "createdAt", "seq", "kind", "state", "assigneeId"]) {
        const bad = await mutate(people.assistant.id, path, { ...send(), [field]: "2020-01-01" });
        expect(bad.status, field).toBe(400);
      }
      const good = await mutate(people.assistant.id, path, send());
      expect(JSON.parse(good.body).result.data).toMatchObject({
        author: { id: people.assistant.id },
      });
    });
  }

  it("A7 lets no student claim, finish, release or note their own ticket", async () => {
    const { people, build } = harness;
    const { id: ticketId } = await build.pending();
    const note = { message: "Psst", clientKey: newId() };
    for (const [path, extra, whenStaff] of [
      ["tickets.claim", {}, 200],
      ["tickets.addNote", note, 200],
      ["tickets.release", {}, 200],
      ["tickets.markDone", {}, 200],
    ] as const) {
      const input = { ticketId, ...extra };
      expect((await mutate(people.student.id, path, input)).status, path).toBe(403);
      expect((await mutate(people.teacher.id, path, input)).status, path).toBe(whenStaff);
    }
  });
});
