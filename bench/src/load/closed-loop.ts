import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import autocannon from "autocannon";
import { percentile } from "../statistics.ts";
import type { Target } from "./request.ts";

export interface ClosedLoopResult {
  answered: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Processor time of the server's own process for one request. */
  serverCpuMs: number;
  /** Share of the time the load generator was busy; near 1 it is the generator that is measured. */
  generatorBusy: number;
  /** Share of all cores' time that was used, by whomever. */
  machineBusy: number;
}

/**
 * Sends `amount` requests over `connections` connections, each of which sends its next request
 * when the last one is answered. It waits for every answer, so nothing is cut off half-way.
 *
 * @throws Error when an answer is not 200, or none comes within ten seconds.
 */
export async function runClosedLoop(
  target: Target,
  { amount, connections }: { amount: number; connections: number },
): Promise<ClosedLoopResult> {
  const durations: number[] = [];
  const refused = new Map<number, number>();
  const before = await snapshot(target);
  let end = before.time;
  const instance = autocannon({
    url: target.url,
    connections,
    amount,
    sampleInt: 20,
    requests: [{ method: "POST", setupRequest: (given) => ({ ...given, ...target.next() }) }],
  });
  instance.on("response", (_client, status, _bytes, ms) => {
    end = performance.now();
    durations.push(ms);
    if (status !== 200) refused.set(status, (refused.get(status) ?? 0) + 1);
  });
  const { errors } = await instance;
  const after = await snapshot(target);
  if (errors > 0 || refused.size > 0 || durations.length !== amount) {
    const statuses = JSON.stringify([...refused]);
    throw new Error(`${durations.length} of ${amount} answered, ${errors} errors, ${statuses}`);
  }
  const busy = performance.eventLoopUtilization(after.loop, before.loop);
  const machine = after.machine.used - before.machine.used;
  return {
    answered: amount,
    perSecond: (amount / (end - before.time)) * 1000,
    p50Ms: percentile(durations, 0.5),
    p99Ms: percentile(durations, 0.99),
    serverCpuMs: ((after.serverCpu - before.serverCpu) * 1000) / amount,
    generatorBusy: busy.utilization,
    machineBusy: machine / (after.machine.all - before.machine.all),
  };
}

async function snapshot(target: Target) {
  const serverCpu = await target.cpuSeconds();
  return {
    serverCpu,
    machine: machineTime(),
    loop: performance.eventLoopUtilization(),
    time: performance.now(),
  };
}

/** Milliseconds of all cores since the machine started. */
function machineTime(): { used: number; all: number } {
  const times = cpus().map((core) => core.times);
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const all = sum(times.flatMap((time) => Object.values(time)));
  return { used: all - sum(times.map(({ idle }) => idle)), all };
}
