import type { TicketState } from "@atrium/db/schema/tickets";

export type Transition =
  | "claim"
  | "release"
  | "reassign"
  | "staff_reply"
  | "opener_reply"
  | "done"
  | "reopen";

/** State after a transition; what is missing is refused (product rules, "Support tickets"). */
const table: Record<Transition, Partial<Record<TicketState, TicketState>>> = {
  claim: { pending: "processing" },
  release: { processing: "pending", waiting: "pending", delayed: "pending" },
  reassign: {
    pending: "processing",
    processing: "processing",
    waiting: "waiting",
    delayed: "delayed",
  },
  // Whoever answers a ticket nobody has taken takes it by answering.
  staff_reply: {
    pending: "waiting",
    processing: "waiting",
    waiting: "waiting",
    delayed: "waiting",
  },
  opener_reply: {
    pending: "pending",
    processing: "processing",
    waiting: "processing",
    delayed: "delayed",
  },
  done: { pending: "done", processing: "done", waiting: "done", delayed: "done" },
  reopen: { done: "processing" },
};

export function nextState(state: TicketState, transition: Transition): TicketState | null {
  return table[transition][state] ?? null;
}

/** A reply reopens a finished ticket for this long; later the student opens a new one. */
const REOPEN_DAYS = 14;

export function mayReopen(doneAt: Date, now: Date): boolean {
  return now.getTime() - doneAt.getTime() <= REOPEN_DAYS * 24 * 3600 * 1000;
}

/** State a reopened ticket takes: back to whoever had it, else to the queue. */
export function reopenedState(assigneeId: string | null): TicketState {
  return assigneeId === null ? "pending" : "processing";
}
