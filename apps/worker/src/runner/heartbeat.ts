import type { Database } from "@atrium/db/client";
import { describeFailure } from "./job-failure.ts";
import {
  beat,
  forgetWorker,
  releaseDeadWorkers,
  releaseLostJobs,
  removeSuperseded,
} from "./job-table.ts";
import type { Logger } from "./log.ts";

export interface HeartbeatOptions {
  sql: Database["sql"];
  workerId: string;
  /** Ids of the jobs this worker is running now. */
  runningJobs: ReadonlySet<string>;
  leaseSeconds: number;
  /** Tasks whose jobs carry a key. */
  keyedTasks: string[];
  log: Logger;
}

export interface Heartbeat {
  /** Whether the last beat that reached the database is within the lease. */
  isAlive(): boolean;
  /** Stops and takes the row away, so that nobody waits out the lease of a worker that is gone. */
  stop(): Promise<void>;
}

/** Beats now and five times per lease, and each time frees what dead workers left locked. */
export async function startHeartbeat(options: HeartbeatOptions): Promise<Heartbeat> {
  const { sql, workerId, leaseSeconds, log } = options;
  // Monotonic: the host's wall clock may jump.
  let lastBeat = -Infinity;
  let running: Promise<void> | undefined;

  async function beatOnce(): Promise<void> {
    try {
      await beat(sql, workerId);
      lastBeat = performance.now();
      await recover(options);
    } catch (error) {
      log.warn(describeFailure(error), "heartbeat failed");
    }
  }

  await beatOnce();
  const timer = setInterval(
    () => {
      // A beat the database answers late is not followed by a queue of others.
      running ??= beatOnce().finally(() => {
        running = undefined;
      });
    },
    (leaseSeconds * 1000) / 5,
  );
  return {
    isAlive: () => performance.now() - lastBeat < leaseSeconds * 1000,
    async stop() {
      clearInterval(timer);
      await running;
      await forgetWorker(sql, workerId);
    },
  };
}

async function recover(options: HeartbeatOptions): Promise<void> {
  const { sql, workerId, runningJobs, leaseSeconds, keyedTasks, log } = options;
  const orphaned = await releaseDeadWorkers(sql, leaseSeconds);
  const self = { id: workerId, runningJobs: [...runningJobs] };
  const lost = await releaseLostJobs(sql, self, leaseSeconds);
  for (const { id, task, parked } of [...orphaned, ...lost]) {
    if (parked) log.error({ jobId: id, task }, "job parked: its last try never ended");
    else log.warn({ jobId: id, task }, "job released: nobody was running it");
  }
  await removeSuperseded(sql, keyedTasks);
}
