import { EventEmitter } from "node:events";
import type { Database } from "@atrium/db/client";
import { run, type TaskList, type WorkerEvents, type WorkerPool } from "graphile-worker";
import { type Heartbeat, startHeartbeat } from "./heartbeat.ts";
import { describeFailure } from "./job-failure.ts";
import { graphileLogger, type Logger } from "./log.ts";
import type { RunnableTask } from "./task.ts";

export interface JobRunnerOptions {
  connectionString: string;
  sql: Database["sql"];
  concurrency: number;
  leaseSeconds: number;
  tasks: RunnableTask[];
  log: Logger;
}

export interface JobRunner {
  heartbeat: Heartbeat;
  /** Rejects if the runner ends by itself. */
  ended: Promise<void>;
  /** Takes no new job, gives running ones SHUTDOWN_SECONDS, then puts back what still runs. */
  stop(): Promise<void>;
}

/** Below the 15 s after which our own supervisor, and most others, kill. */
const SHUTDOWN_SECONDS = 12;

/**
 * Starts working the job table. The schema must have been migrated by its owner: the worker's role
 * may not create anything.
 */
export async function runJobs(options: JobRunnerOptions): Promise<JobRunner> {
  const { connectionString, concurrency, tasks, log } = options;
  const events: WorkerEvents = new EventEmitter();
  let pool: WorkerPool | undefined;
  events.once("pool:create", ({ workerPool }) => {
    pool = workerPool;
  });
  const runningJobs = new Set<string>();
  events.on("job:start", ({ job }) => runningJobs.add(job.id));
  events.on("job:complete", ({ job }) => runningJobs.delete(job.id));
  // The batch delays of zero: without batching, the library does not wait for the row of a finished
  // job to be written, neither at shutdown nor, with a catch, when the database is briefly away.
  const runner = await run({
    connectionString,
    concurrency,
    // Every worker needs a connection at times, LISTEN holds one.
    maxPoolSize: concurrency + 1,
    noHandleSignals: true,
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    parsedCronItems: [],
    taskList: toTaskList(tasks),
    logger: graphileLogger(log),
    events,
  });
  if (!pool) throw new Error("graphile-worker announced no pool");
  const keyedTasks = tasks.filter((task) => task.contract.key).map((task) => task.contract.name);
  const self = { workerId: pool.id, runningJobs, keyedTasks };
  const heartbeat = await startHeartbeat({ ...options, ...self });
  log.info({ worker: pool.id, tasks: tasks.map((task) => task.contract.name) }, "worker ready");
  const stopping = pool;
  return {
    heartbeat,
    ended: runner.promise,
    async stop() {
      const deadline = setTimeout(() => {
        log.warn("jobs still running at the shutdown deadline are put back");
        // What goes wrong in it rejects runner.stop() below as well.
        Promise.resolve(stopping.forcefulShutdown("shutdown deadline")).catch(() => undefined);
      }, SHUTDOWN_SECONDS * 1000);
      try {
        await runner.stop();
      } catch (error) {
        log.warn(describeFailure(error), "the runner did not stop cleanly");
      } finally {
        clearTimeout(deadline);
        await heartbeat.stop();
      }
    },
  };
}

function toTaskList(tasks: RunnableTask[]): TaskList {
  const entries = tasks.map((task) => [task.contract.name, task.run] as const);
  return Object.fromEntries(entries);
}
