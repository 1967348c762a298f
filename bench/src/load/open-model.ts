import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../statistics.ts";
import type { Target } from "./request.ts";

export interface OpenModelResult {
  answered: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
}

/**
 * Sends requests at a fixed rate, whether earlier ones are answered or not, as people do who do not
 * know of each other. Time counts from when a request was due, so that waiting shows.
 *
 * @throws Error when an answer is not 200.
 */
export async function runOpenModel(
  target: Target,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<OpenModelResult> {
  const agent = new Agent({ keepAlive: true });
  const amount = Math.round(perSecond * seconds);
  const begin = performance.now();
  const sent: Promise<number>[] = [];
  while (sent.length < amount) {
    const due = begin + (sent.length * 1000) / perSecond;
    const early = due - performance.now();
    // A timer is up to a millisecond late; what is due by then goes out at once.
    if (early > 0) await sleep(early);
    const answer = send(agent, target).then(() => performance.now() - due);
    answer.catch(() => undefined);
    sent.push(answer);
  }
  const durations = await Promise.all(sent);
  agent.destroy();
  return {
    answered: amount,
    p50Ms: percentile(durations, 0.5),
    p95Ms: percentile(durations, 0.95),
    p99Ms: percentile(durations, 0.99),
  };
}

function send(agent: Agent, target: Target): Promise<void> {
  const { path, headers, body } = target.next();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const length = Buffer.byteLength(body);
  const options = { method: "POST", agent, headers: { ...headers, "content-length": length } };
  const outgoing = request(new URL(path, target.url), options, (answer) => {
    if (answer.statusCode !== 200) reject(new Error(`answered ${answer.statusCode}`));
    answer.once("error", reject).once("end", resolve).resume();
  });
  outgoing.once("error", reject).end(body);
  return promise;
}
