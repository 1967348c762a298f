import { newId } from "@atrium/domain/kernel/ids";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServerCaller } from "../src/caller.ts";
import { appRouter } from "../src/root.ts";
import { type ApiHarness, createApiHarness } from "./harness.ts";

/** Columns of the matrix. */
const who = [
  "nobody",
  "stranger",
  "otherStudent",
  "student",
  "visitingAssistant",
  "assistant",
  "otherAssistant",
  "bothRoles",
  "teacher",
  "responsible",
  "admin",
] as const;

/**
 * Rows: what each of them gets, in the order of `who`, on a ticket
 * - pending: opened by `student`, taken by nobody
 * - taken: opened by `student`, claimed by `assistant`
 * - foreign: in another course, of which `visitingAssistant` is the assistant
 * o = allowed, u = not signed in, n = not found, f = forbidden, c = conflict
 */
const seen = {
  pending: "u n n o n o o o o o o",
  taken: "u n n o n o n n o o o",
  foreign: "u n n n o n n n n n o",
};
const staffWork = {
  pending: "u n n f n o o o o o o",
  taken: "u n n f n o n n o o o",
  foreign: "u n n n o n n n n n o",
};
const signedIn = { pending: "u o o o o o o o o o o" };

type Kind = "pending" | "taken" | "foreign";
interface Row {
  expected: Partial<Record<Kind, string>>;
  call(caller: ServerCaller, ids: Ids): Promise<unknown>;
}
interface Ids {
  ticketId: string;
  courseId: string;
  assigneeId: string;
}

const written = () => ({ message: "A few words", clientKey: newId() });

const matrix: Record<string, Row> = {
  "session.me": {
    expected: { pending: "o o o o o o o o o o o" },
    call: (api) => api.session.me(),
  },
  "people.setLocale": {
    expected: signedIn,
    call: (api) => api.people.setLocale({ locale: "sv" }),
  },
  "tickets.open": {
    expected: { pending: "u n o o o o o o o o n" },
    call: (api, { courseId }) => api.tickets.open({ courseId, subject: "Help", ...written() }),
  },
  "tickets.listMine": { expected: signedIn, call: (api) => api.tickets.listMine({}) },
  "tickets.listInbox": {
    expected: signedIn,
    call: (api) => api.tickets.listInbox({ view: "waiting_for_staff" }),
  },
  "tickets.countInbox": { expected: signedIn, call: (api) => api.tickets.countInbox({}) },
  "tickets.get": { expected: seen, call: (api, { ticketId }) => api.tickets.get({ ticketId }) },
  "tickets.listPosts": {
    expected: seen,
    call: (api, { ticketId }) => api.tickets.listPosts({ ticketId }),
  },
  "tickets.markSeen": {
    expected: seen,
    call: (api, { ticketId }) => api.tickets.markSeen({ ticketId, upToSeq: 1 }),
  },
  "tickets.reply": {
    expected: seen,
    call: (api, { ticketId }) => api.tickets.reply({ ticketId, ...written() }),
  },
  "tickets.listNotes": {
    // Not even the opener learns that notes exist: not found where other staff work is forbidden.
    expected: { ...staffWork, pending: "u n n n n o o o o o o", taken: "u n n n n o n n o o o" },
    call: (api, { ticketId }) => api.tickets.listNotes({ ticketId }),
  },
  "tickets.addNote": {
    expected: staffWork,
    call: (api, { ticketId }) => api.tickets.addNote({ ticketId, ...written() }),
  },
  "tickets.getHolder": {
    // Answers null to whom it does not concern, as to an unknown id (privacy.test.ts).
    expected: { ...signedIn, taken: signedIn.pending, foreign: signedIn.pending },
    call: (api, { ticketId }) => api.tickets.getHolder({ ticketId }),
  },
  "tickets.claim": {
    // Staff of the course who come too late are told who was first.
    expected: { ...staffWork, taken: "u n n f n o c c c c c" },
    call: (api, { ticketId }) => api.tickets.claim({ ticketId }),
  },
  "tickets.release": {
    expected: {
      pending: "u n n f n c c c c c c",
      taken: staffWork.taken,
      foreign: "u n n n c n n n n n c",
    },
    call: (api, { ticketId }) => api.tickets.release({ ticketId }),
  },
  "tickets.reassign": {
    expected: {
      pending: "u n n f n f f f o o o",
      taken: "u n n f n f n n o o o",
      foreign: "u n n n f n n n n n c",
    },
    call: (api, { ticketId, assigneeId }) => api.tickets.reassign({ ticketId, assigneeId }),
  },
  "tickets.listStaff": {
    expected: {
      pending: "u n n f n f f f o o o",
      taken: "u n n f n f n n o o o",
      foreign: "u n n n f n n n n n o",
    },
    call: (api, { ticketId }) => api.tickets.listStaff({ ticketId }),
  },
  "tickets.markDone": {
    expected: staffWork,
    call: (api, { ticketId }) => api.tickets.markDone({ ticketId }),
  },
  "tickets.reopen": {
    // None of these is done, so those who may are told that it is not the time.
    expected: {
      pending: "u n n f n c c c c c c",
      taken: "u n n f n o n n c c c",
      foreign: "u n n n c n n n n n c",
    },
    call: (api, { ticketId }) => api.tickets.reopen({ ticketId }),
  },
  "live.changes": {
    expected: signedIn,
    async call(api) {
      const stream = await api.live.changes();
      for await (const event of stream) return event;
    },
  },
};

const letters: Partial<Record<TRPCError["code"], string>> = {
  UNAUTHORIZED: "u",
  NOT_FOUND: "n",
  FORBIDDEN: "f",
  CONFLICT: "c",
};

let harness: ApiHarness;
beforeAll(async () => {
  harness = await createApiHarness();
});
afterAll(() => harness.destroy());

function letterOf(error: unknown): string {
  if (!(error instanceof TRPCError)) return String(error);
  return letters[error.code] ?? `${error.code}: ${error.message}`;
}

async function actualRow(row: Row, kind: Kind): Promise<string> {
  const { people, build, callerFor } = harness;
  const results: string[] = [];
  for (const name of who) {
    // A fresh ticket each, because an allowed call changes it.
    const ticket = await build[kind]();
    const actorId = name === "nobody" ? null : people[name].id;
    const ids = {
      ticketId: ticket.id,
      courseId: people.course.id,
      assigneeId: people.otherAssistant.id,
    };
    results.push(await row.call(callerFor(actorId), ids).then(() => "o", letterOf));
  }
  return results.join(" ");
}

describe("authorization matrix", () => {
  it("has a row for every procedure of the live router, and none besides", () => {
    expect(Object.keys(matrix).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
  });

  for (const [name, row] of Object.entries(matrix)) {
    for (const [kind, expected] of Object.entries(row.expected) as [Kind, string][]) {
      it(`A1 A3 ${name} on a ${kind} ticket: ${expected}`, async () => {
        expect(await actualRow(row, kind)).toBe(expected);
      });
    }
  }
});
