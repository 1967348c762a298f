import type { JobContract, PayloadOf } from "@atrium/domain/kernel/jobs";
import type { Who } from "@atrium/domain/kernel/transaction";
import type { JobHelpers } from "graphile-worker";
import { describeFailure } from "./job-failure.ts";
import type { Logger } from "./log.ts";
import type { JobMetrics } from "./metrics.ts";
import { withTimeLimit } from "./time-limit.ts";

/** What a task knows of the job it runs. */
export interface TaskRun {
  /** For the transactions of the job: the system, on behalf of the request that caused it. */
  who: Who;
  /** Aborts when the time limit is reached or the worker is about to stop. */
  signal: AbortSignal;
  /** This try is the last one: what fails now is not tried again by itself. */
  lastAttempt: boolean;
  log: Logger;
  /** Does the same job again, now or at the given time, in place of a failure. */
  again(at?: Date): Promise<void>;
}

export interface Task<Job extends JobContract> {
  contract: Job;
  /** Longest one try may take. */
  limitSeconds: number;
  run(payload: PayloadOf<Job>, run: TaskRun): Promise<void>;
}

/** A task whose payload is checked by its contract before it runs. */
export interface RunnableTask {
  contract: JobContract;
  run(rawPayload: unknown, helpers: JobHelpers): Promise<void>;
}

export interface TaskSurroundings {
  log: Logger;
  metrics: JobMetrics;
  /** Moves the coming retry of a failed job a little, so that an outage does not end in a wave. */
  spreadRetry(jobId: string): Promise<void>;
}

/** Gives a task everything that is the same for all: payload check, limit, log, metrics. */
export function prepareTask<Job extends JobContract>(
  task: Task<Job>,
  around: TaskSurroundings,
): RunnableTask {
  const { contract } = task;
  return {
    contract,
    async run(rawPayload, helpers) {
      const { job } = helpers;
      const requestId = requestIdOf(rawPayload);
      const who: Who = { actorId: "system", requestId };
      const log = around.log.child({
        jobId: job.id,
        task: contract.name,
        attempt: job.attempts,
        requestId,
      });
      const lastAttempt = job.attempts >= job.max_attempts;
      const stop = around.metrics.start(contract.name);
      try {
        const payload = contract.payload.parse(rawPayload) as PayloadOf<Job>;
        const again = (at?: Date) => addAgain(helpers, contract, payload, at);
        await withTimeLimit(task.limitSeconds * 1000, helpers.abortSignal, (signal) =>
          task.run(payload, { who, signal, lastAttempt, log, again }),
        );
        log.info({ ms: stop("done") }, "job done");
      } catch (error) {
        const failure = describeFailure(error);
        const ms = stop(lastAttempt ? "parked" : "failed");
        if (lastAttempt) log.error({ ...failure, ms }, "job parked");
        else {
          log.warn({ ...failure, ms }, "job failed; it will be tried again");
          await around.spreadRetry(job.id).catch(() => log.warn("its retry was not spread"));
        }
        // graphile-worker stores the message, so it gets ours and not the original's.
        throw new Error(failure.summary);
      }
    },
  };
}

/** The request a job came from travels beside the fields of its contract. */
function requestIdOf(payload: unknown): string | undefined {
  const { requestId } = (payload ?? {}) as { requestId?: unknown };
  return typeof requestId === "string" ? requestId : undefined;
}

async function addAgain<Job extends JobContract>(
  helpers: JobHelpers,
  contract: Job,
  payload: PayloadOf<Job>,
  runAt: Date | undefined,
): Promise<void> {
  const jobKey = contract.key?.(payload);
  const queueName = contract.queue?.(payload);
  // The payload as stored: it may carry more than this version's contract knows.
  await helpers.addJob(contract.name, helpers.job.payload, {
    maxAttempts: contract.maxAttempts,
    priority: contract.priority ?? 0,
    ...(runAt === undefined ? {} : { runAt }),
    ...(jobKey === undefined ? {} : { jobKey }),
    ...(queueName === undefined ? {} : { queueName }),
  });
}
