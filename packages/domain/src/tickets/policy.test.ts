import { describe, expect, it } from "vitest";
import type { UserActor } from "../kernel/actor.ts";
import { canOnTicket, standingTo, ticketActions } from "./policy.ts";

const actor: UserActor = { kind: "user", userId: "me", isAdmin: false, locale: "en" };
const admin: UserActor = { ...actor, isAdmin: true };
const free = { openerId: "student", assigneeId: null };
const mine = { openerId: "student", assigneeId: "me" };
const others = { openerId: "student", assigneeId: "other" };
const own = { openerId: "me", assigneeId: null };

describe("standingTo", () => {
  it.each([
    ["a stranger", actor, [], free, "stranger"],
    ["another student", actor, ["student"], free, "stranger"],
    ["the opener", actor, ["student"], own, "opener"],
    ["the opener who left the course", actor, [], own, "stranger"],
    ["an assistant, free", actor, ["assistant"], free, "assistant"],
    ["an assistant, own claim", actor, ["assistant"], mine, "assistant"],
    ["an assistant, another's claim", actor, ["assistant"], others, "stranger"],
    ["a teacher, another's claim", actor, ["teacher"], others, "lead"],
    ["a responsible teacher", actor, ["responsible"], others, "lead"],
    ["an admin", admin, [], others, "admin"],
  ] as const)("A3 %s", (_who, person, roles, ticket, expected) => {
    expect(standingTo(person, roles, ticket)).toBe(expected);
  });

  it("A3 prefers the staff role of somebody who has both, but never on their own ticket", () => {
    expect(standingTo(actor, ["student", "assistant"], free)).toBe("assistant");
    expect(standingTo(actor, ["assistant", "teacher", "student"], others)).toBe("lead");
    expect(standingTo(actor, ["student", "teacher"], own)).toBe("opener");
    expect(standingTo(admin, ["student"], own)).toBe("opener");
  });
});

describe("canOnTicket", () => {
  it("A1 lets a stranger do nothing and the opener only see and reply", () => {
    const allowedTo = (standing: Parameters<typeof canOnTicket>[0]) =>
      ticketActions.filter((action) => canOnTicket(standing, action));
    expect(allowedTo("stranger")).toEqual([]);
    expect(allowedTo("opener")).toEqual(["see", "reply"]);
    expect(allowedTo("assistant")).not.toContain("reassign");
    expect(allowedTo("lead")).toEqual([...ticketActions]);
    expect(allowedTo("admin")).toEqual([...ticketActions]);
  });
});
