import { ticketStates } from "@atrium/db/schema/tickets";
import { describe, expect, it } from "vitest";
import { mayReopen, nextState, reopenedState, type Transition } from "./rules.ts";

const transitions: Transition[] = [
  "claim",
  "release",
  "reassign",
  "staff_reply",
  "opener_reply",
  "done",
  "reopen",
];

const staffWork: Transition[] = ["claim", "reassign", "staff_reply", "done"];

describe("ticket states", () => {
  it.each([
    ["pending", "claim", "processing"],
    ["processing", "claim", null],
    ["processing", "release", "pending"],
    ["pending", "release", null],
    ["done", "release", null],
    ["processing", "staff_reply", "waiting"],
    ["waiting", "opener_reply", "processing"],
    ["pending", "opener_reply", "pending"],
    ["waiting", "reassign", "waiting"],
    ["done", "reassign", null],
    ["delayed", "done", "done"],
    ["done", "done", null],
  ] as const)("%s by %s becomes %s", (from, transition, to) => {
    expect(nextState(from, transition)).toBe(to);
  });

  it("never leave the closed list, and nothing but staff work leads out of the queue", () => {
    for (const step of transitions) {
      for (const state of ticketStates) {
        expect([null, ...ticketStates]).toContain(nextState(state, step));
      }
      if (!staffWork.includes(step)) {
        expect([null, "pending"]).toContain(nextState("pending", step));
      }
    }
  });

  it("reopen within fourteen days to the millisecond, to whoever had the ticket", () => {
    const doneAt = new Date("2026-11-01T10:00:00.000Z");
    expect(mayReopen(doneAt, new Date("2026-11-15T10:00:00.000Z"))).toBe(true);
    expect(mayReopen(doneAt, new Date("2026-11-15T10:00:00.001Z"))).toBe(false);
    expect(reopenedState("somebody")).toBe("processing");
    expect(reopenedState(null)).toBe("pending");
  });
});
