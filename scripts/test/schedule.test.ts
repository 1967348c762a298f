import { expect, test } from "vitest";
import { choosePhases, type Phase } from "./phases.ts";
import type { Outcome } from "./run-phase.ts";
import { schedule } from "./schedule.ts";

function phase(name: string, more: Partial<Phase> = {}): Phase {
  return { name, command: [name], after: [], ...more };
}

/** Runs phases that end when the event loop comes round, and notes what ran side by side. */
async function play(phases: Phase[], failing: string[] = []) {
  const now = new Set<string>();
  const beside = new Map<string, string[]>();
  const run = async (one: Phase): Promise<Outcome> => {
    now.add(one.name);
    for (const name of now) beside.set(name, [...(beside.get(name) ?? []), ...now]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now.delete(one.name);
    return { phase: one, ok: !failing.includes(one.name), seconds: 0, output: "", counts: null };
  };
  const { outcomes, leftOut } = await schedule(phases, 2, run);
  return { order: outcomes.map((outcome) => outcome.phase.name), leftOut, beside };
}

test("a phase waits for those it comes after", async () => {
  const { order } = await play([phase("late", { after: ["early"] }), phase("early")]);
  expect(order).toEqual(["early", "late"]);
});

test("what depends on a failed phase is left out, the rest runs", async () => {
  const all = [phase("a"), phase("b", { after: ["a"] }), phase("c", { after: ["b"] }), phase("d")];
  const { order, leftOut } = await play(all, ["a"]);
  expect(order.sort()).toEqual(["a", "d"]);
  expect(leftOut.map(({ name }) => name)).toEqual(["b", "c"]);
});

test("a phase that wants to be alone runs last and beside nobody", async () => {
  const { order, beside } = await play([phase("x", { alone: true }), phase("a"), phase("b")]);
  expect(order.at(-1)).toBe("x");
  expect(new Set(beside.get("x"))).toEqual(new Set(["x"]));
  expect(new Set(beside.get("a"))).toEqual(new Set(["a", "b"]));
});

test("choosing a phase chooses what it needs; an unknown name is refused", () => {
  expect(choosePhases(["e2e"]).map(({ name }) => name)).toEqual(["chromium", "build", "e2e"]);
  expect(choosePhases(["unit"]).map(({ name }) => name)).toEqual(["unit"]);
  expect(() => choosePhases(["units"])).toThrow(RangeError);
});
