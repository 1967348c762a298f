import { type ClosedLoopResult, runClosedLoop } from "../load/closed-loop.ts";
import { type OpenModelResult, runOpenModel } from "../load/open-model.ts";
import type { Target } from "../load/request.ts";

export interface Settings {
  connections: number;
  repetitions: number;
  /** Of each load of each repetition, about. */
  seconds: number;
  /** Requests per second of the loads at a fixed rate. */
  rates: number[];
  warmUpRequests: number;
}

export const targetNames = ["bare", "jsonAndZod", "atrium"] as const;
export type TargetName = (typeof targetNames)[number];

export interface Round {
  closedLoop: Record<TargetName, ClosedLoopResult>;
  /** By requests per second. */
  openModel: Map<number, OpenModelResult>;
}

export interface Rounds {
  rounds: Round[];
  /** Tickets for which Atrium answered 200, warm-up and all. */
  ticketsAnswered: number;
}

/**
 * Runs every load in every round, so that a change of the machine's mood hits all of them, and lets
 * each target be first in turn.
 */
export async function runRounds(
  targets: Record<TargetName, Target>,
  settings: Settings,
): Promise<Rounds> {
  const { connections, repetitions, seconds, rates, warmUpRequests } = settings;
  const amounts = {} as Record<TargetName, number>;
  let ticketsAnswered = 0;
  for (const name of targetNames) {
    const amount = name === "atrium" ? warmUpRequests : warmUpRequests * 10;
    const { perSecond } = await runClosedLoop(targets[name], { amount, connections });
    amounts[name] = Math.max(connections, Math.round(perSecond * seconds));
    console.log(`Warmed up ${name}: ${Math.round(perSecond)} requests per second`);
    if (name === "atrium") ticketsAnswered += amount;
  }
  const rounds: Round[] = [];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const closedLoop = {} as Round["closedLoop"];
    for (const name of rotated(targetNames, repetition)) {
      const load = { amount: amounts[name], connections };
      closedLoop[name] = await runClosedLoop(targets[name], load);
    }
    const openModel: Round["openModel"] = new Map();
    for (const perSecond of rates) {
      const result = await runOpenModel(targets.atrium, { perSecond, seconds });
      openModel.set(perSecond, result);
      ticketsAnswered += result.answered;
    }
    ticketsAnswered += closedLoop.atrium.answered;
    rounds.push({ closedLoop, openModel });
    console.log(`Round ${repetition + 1} of ${repetitions} done`);
  }
  return { rounds, ticketsAnswered };
}

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const cut = by % items.length;
  return [...items.slice(cut), ...items.slice(0, cut)];
}
