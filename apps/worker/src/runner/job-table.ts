import type { Database } from "@atrium/db/client";

// The one place that reads graphile-worker's tables. Its views and functions are public; the
// columns of its private tables used here are held by tests.

type Sql = Database["sql"];

export interface ReleasedJob {
  id: string;
  task: string;
  /** No tries left: it stays in the table until a person decides. */
  parked: boolean;
}

/** Any constant will do; it lets one live worker at a time look for dead ones. */
const RECOVERY_LOCK = 4_127_733;

/** Notes that this worker is alive, by the database's clock. */
export async function beat(sql: Sql, workerId: string): Promise<void> {
  await sql`
    insert into worker_heartbeats (worker_id, seen_at) values (${workerId}, now())
    on conflict (worker_id) do update set seen_at = excluded.seen_at`;
}

export async function forgetWorker(sql: Sql, workerId: string): Promise<void> {
  await sql`delete from worker_heartbeats where worker_id = ${workerId}`;
}

/**
 * Frees the jobs of workers without a heartbeat for `leaseSeconds`; graphile-worker itself would
 * wait four hours. A job locked more recently than that is left alone: a worker that has just
 * started may lock one before its first heartbeat.
 */
export function releaseDeadWorkers(sql: Sql, leaseSeconds: number): Promise<ReleasedJob[]> {
  return sql.begin(async (tx) => {
    const lease = `${leaseSeconds} seconds`;
    const [lock] = await tx<{ mine: boolean }[]>`
      select pg_try_advisory_xact_lock(${RECOVERY_LOCK}) as mine`;
    if (!lock?.mine) return [];
    const jobs = await tx<(ReleasedJob & { worker: string })[]>`
      select id::text, task_identifier as task, attempts >= max_attempts as parked,
             locked_by as worker
      from graphile_worker.jobs
      where locked_by is not null and locked_at < now() - ${lease}::interval
        and not exists (
          select 1 from worker_heartbeats h
          where h.worker_id = locked_by and h.seen_at > now() - ${lease}::interval)
      order by id`;
    const workers = [...new Set(jobs.map((job) => job.worker))];
    if (workers.length > 0) await tx`select graphile_worker.force_unlock_workers(${workers})`;
    await tx`delete from worker_heartbeats where seen_at < now() - ${lease}::interval`;
    return jobs.map(({ id, task, parked }) => ({ id, task, parked }));
  });
}

/**
 * Frees jobs this worker holds by the table but does not run: the answer to its request for work was
 * lost with the connection, and as it is alive nobody else would free them.
 */
export async function releaseLostJobs(
  sql: Sql,
  worker: { id: string; runningJobs: string[] },
  leaseSeconds: number,
): Promise<ReleasedJob[]> {
  return sql<ReleasedJob[]>`
    update graphile_worker._private_jobs as jobs set locked_at = null, locked_by = null
    from graphile_worker._private_tasks as tasks
    where tasks.id = jobs.task_id and jobs.locked_by = ${worker.id}
      and jobs.locked_at < now() - ${`${leaseSeconds} seconds`}::interval
      and jobs.id::text <> all(${worker.runningJobs})
    returning jobs.id::text, tasks.identifier as task, attempts >= max_attempts as parked`;
}

/**
 * Removes what a newer job with the same key has taken over. graphile-worker takes key and tries
 * from a running job when it is replaced; if that one then fails it would look parked for ever.
 */
export async function removeSuperseded(sql: Sql, keyedTasks: string[]): Promise<void> {
  await sql`
    select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs
    where task_identifier = any(${keyedTasks}) and key is null
      and locked_by is null and attempts >= max_attempts
    having count(*) > 0`;
}

/**
 * Moves the retry of a job that is about to fail by up to half of its delay. graphile-worker adds
 * `exp(attempts)` seconds to a future `run_at` and knows no jitter: without it, everything that
 * failed in one outage comes back in the same second.
 */
export async function spreadRetry(sql: Sql, jobId: string): Promise<void> {
  await sql`
    update graphile_worker._private_jobs
    set run_at = now() + random() * exp(least(attempts, 10)) * interval '0.5 seconds'
    where id = ${jobId}::bigint`;
}

export interface QueueDepth {
  task: string;
  waiting: number;
  running: number;
  parked: number;
  /** Seconds the oldest due job has been waiting. */
  oldestSeconds: number;
}

export function readQueueDepth(sql: Sql): Promise<QueueDepth[]> {
  return sql<QueueDepth[]>`
    select task_identifier as task,
      count(*) filter (where locked_by is null and attempts < max_attempts)::int as waiting,
      count(*) filter (where locked_by is not null)::int as running,
      count(*) filter (where locked_by is null and attempts >= max_attempts)::int as parked,
      coalesce(extract(epoch from now() - min(run_at) filter (
        where locked_by is null and attempts < max_attempts and run_at <= now())), 0)::float
        as "oldestSeconds"
    from graphile_worker.jobs group by task_identifier`;
}
