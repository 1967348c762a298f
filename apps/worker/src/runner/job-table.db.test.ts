import { type Database, openDatabase } from "@atrium/db/client";
import { createTestDatabase, type TestDatabase } from "@atrium/db/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  beat,
  forgetWorker,
  readQueueDepth,
  releaseDeadWorkers,
  releaseLostJobs,
  removeSuperseded,
  spreadRetry,
} from "./job-table.ts";

let testDatabase: TestDatabase;
let owner: Database;
let worker: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  owner = openDatabase(testDatabase.ownerUrl, { max: 2 });
  // As the role the worker connects with: the rights are part of what is tested.
  worker = openDatabase(testDatabase.workerUrl, { max: 2 });
});
afterAll(async () => {
  await Promise.all([owner?.close(), worker?.close()]);
  await testDatabase?.drop();
});
beforeEach(async () => {
  await owner.sql`delete from graphile_worker._private_jobs`;
  await owner.sql`delete from worker_heartbeats`;
});

interface Lock {
  by: string;
  secondsAgo: number;
}

async function addJob(task: string, lock?: Lock, key: string | null = null): Promise<string> {
  const [job] = await owner.sql<{ id: string }[]>`
    select id::text from graphile_worker.add_job(${task}, '{}', max_attempts => 3, job_key => ${key})`;
  if (!job) throw new Error("no job was added");
  if (lock) {
    await owner.sql`
      update graphile_worker._private_jobs
      set locked_by = ${lock.by}, locked_at = now() - make_interval(secs => ${lock.secondsAgo}),
          attempts = attempts + 1
      where id = ${job.id}::bigint`;
  }
  return job.id;
}

async function lockedJobs(): Promise<string[]> {
  const jobs = await owner.sql<{ id: string }[]>`
    select id::text from graphile_worker.jobs where locked_by is not null order by id`;
  return jobs.map((job) => job.id);
}

async function heartbeatAgo(workerId: string, seconds: number): Promise<void> {
  await owner.sql`
    insert into worker_heartbeats values (${workerId}, now() - make_interval(secs => ${seconds}))`;
}

test("A20 jobs of a silent worker are released, those of a living one are kept", async () => {
  await heartbeatAgo("dead", 31);
  await heartbeatAgo("slow", 29);
  const orphan = await addJob("one", { by: "dead", secondsAgo: 40 });
  const unknown = await addJob("one", { by: "never seen", secondsAgo: 40 });
  const long = await addJob("one", { by: "slow", secondsAgo: 4000 });
  expect(await releaseDeadWorkers(worker.sql, 30)).toEqual([
    { id: orphan, task: "one", parked: false },
    { id: unknown, task: "one", parked: false },
  ]);
  expect(await lockedJobs()).toEqual([long]);
});

test("A20 a worker that locked a job before its first heartbeat keeps it", async () => {
  const job = await addJob("one", { by: "just started", secondsAgo: 5 });
  expect(await releaseDeadWorkers(worker.sql, 30)).toEqual([]);
  expect(await lockedJobs()).toEqual([job]);
  await beat(worker.sql, "just started");
  await owner.sql`update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'`;
  expect(await releaseDeadWorkers(worker.sql, 30)).toEqual([]);
  await forgetWorker(worker.sql, "just started");
  expect(await releaseDeadWorkers(worker.sql, 30)).toHaveLength(1);
});

test("A20 a job locked by a living worker that does not run it is released", async () => {
  await beat(worker.sql, "me");
  const lost = await addJob("one", { by: "me", secondsAgo: 40 });
  const running = await addJob("one", { by: "me", secondsAgo: 40 });
  const young = await addJob("one", { by: "me", secondsAgo: 5 });
  const others = await addJob("one", { by: "somebody else", secondsAgo: 40 });
  const me = { id: "me", runningJobs: [running] };
  expect(await releaseLostJobs(worker.sql, me, 30)).toEqual([
    { id: lost, task: "one", parked: false },
  ]);
  expect(await lockedJobs()).toEqual([running, young, others]);
});

test("a job whose worker died on the last try is reported as parked and stays in the table", async () => {
  const job = await addJob("one", { by: "dead", secondsAgo: 40 });
  await owner.sql`update graphile_worker._private_jobs set attempts = max_attempts`;
  expect(await releaseDeadWorkers(worker.sql, 30)).toEqual([
    { id: job, task: "one", parked: true },
  ]);
  expect(await readQueueDepth(worker.sql)).toEqual([
    { task: "one", waiting: 0, running: 0, parked: 1, oldestSeconds: 0 },
  ]);
});

test("a running job that a newer one replaced does not end as parked", async () => {
  const replaced = await addJob("keyed", { by: "dead", secondsAgo: 40 }, "pair");
  const replacing = await addJob("keyed", undefined, "pair");
  const poison = await addJob("other", undefined);
  await owner.sql`
    update graphile_worker._private_jobs set attempts = max_attempts where id = ${poison}::bigint`;
  expect(replacing).not.toBe(replaced);
  await releaseDeadWorkers(worker.sql, 30);
  await removeSuperseded(worker.sql, ["keyed"]);
  const left = await owner.sql<{ id: string }[]>`
    select id::text from graphile_worker.jobs order by id`;
  expect(left.map((job) => job.id)).toEqual([replacing, poison]);
});

test("the retry of a failing job is moved by up to half of its delay", async () => {
  const job = await addJob("one", { by: "me", secondsAgo: 0 });
  await owner.sql`update graphile_worker._private_jobs set attempts = 3, max_attempts = 25`;
  const moved = new Set<number>();
  for (let round = 0; round < 5; round += 1) {
    await spreadRetry(worker.sql, job);
    const [row] = await owner.sql<{ seconds: number }[]>`
      select extract(epoch from run_at - now())::float as seconds from graphile_worker.jobs`;
    expect(row?.seconds).toBeGreaterThan(-1);
    expect(row?.seconds).toBeLessThanOrEqual(Math.exp(3) / 2);
    moved.add(row?.seconds ?? 0);
  }
  expect(moved.size).toBe(5);
});
