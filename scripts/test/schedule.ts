import type { Phase } from "./phases.ts";
import type { Outcome } from "./run-phase.ts";

/**
 * Runs the phases, `lanes` at a time and in their order as far as `after` and `alone` let it. A
 * phase whose predecessor failed is left out, and so named in the result.
 */
export async function schedule(
  phases: Phase[],
  lanes: number,
  run: (phase: Phase) => Promise<Outcome>,
): Promise<{ outcomes: Outcome[]; leftOut: Phase[] }> {
  const waiting = [...phases];
  const running = new Map<Phase, Promise<Outcome>>();
  const outcomes: Outcome[] = [];
  const passed = (name: string) => outcomes.some(({ phase, ok }) => ok && phase.name === name);

  const mayBegin = (phase: Phase) => {
    if (!phase.after.every(passed)) return false;
    if (!phase.alone) return true;
    return (
      running.size === 0 && waiting.every((other) => other.alone || !other.after.every(passed))
    );
  };

  const begin = (phase: Phase) => {
    waiting.splice(waiting.indexOf(phase), 1);
    running.set(phase, run(phase));
  };

  for (;;) {
    while (running.size < lanes && ![...running.keys()].some(({ alone }) => alone)) {
      const next = waiting.find(mayBegin);
      if (next === undefined) break;
      begin(next);
    }
    if (running.size === 0) return { outcomes, leftOut: waiting };
    const outcome = await Promise.race(running.values());
    running.delete(outcome.phase);
    outcomes.push(outcome);
  }
}
