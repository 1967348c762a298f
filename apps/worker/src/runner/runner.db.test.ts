import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createScene, type Scene } from "../../test/scene.ts";
import { pause, until } from "../../test/until.ts";

let scene: Scene;

beforeAll(async () => {
  scene = await createScene();
});
afterEach(() => scene.reset());
afterAll(() => scene?.destroy());

const parkedJobs = () => scene.world.owner.sql<{ task: string; error: string }[]>`
  select task_identifier as task, last_error as error from graphile_worker.jobs
  where attempts >= max_attempts and locked_by is null`;

test("A20 a poison job is parked, told of once, and holds up nobody", async () => {
  const thread = await scene.openThread();
  await scene.world.owner.sql`
    select graphile_worker.add_job(
      'notify-ticket-post', '{"postId": "student@atrium.test"}', max_attempts => 2, priority => -10)`;
  const worker = await scene.startWorker();
  await worker.logged((line) => line.msg === "job failed; it will be tried again");
  await thread.answer("Not held up.");
  await until(
    () => scene.smtp.accepted.length,
    (count) => count === 1,
  );
  await until(parkedJobs, (jobs) => jobs.length === 1);
  expect(await parkedJobs()).toEqual([
    { task: "notify-ticket-post", error: "invalid payload: postId invalid_format" },
  ]);
  const errors = worker.log.filter((line) => line.level >= 50);
  expect(errors).toMatchObject([{ msg: "job parked", attempt: 2, task: "notify-ticket-post" }]);
});

test("fields a newer version added to a payload are tolerated and the request id is logged", async () => {
  const thread = await scene.openThread();
  const postId = await thread.answer("Rolling deploy.");
  await scene.world.owner.sql`delete from graphile_worker._private_jobs`;
  const payload = { postId, requestId: "request-7", addedLater: true };
  await scene.world.owner.sql`
    select graphile_worker.add_job('notify-ticket-post', ${JSON.stringify(payload)}::json)`;
  const worker = await scene.startWorker();
  const done = await worker.logged((line) => line.msg === "job done");
  expect(done).toMatchObject({ task: "notify-ticket-post", requestId: "request-7", attempt: 1 });
});

test("neither addresses nor words reach the log, whether a mail goes or fails", async () => {
  const thread = await scene.openThread();
  scene.smtp.judge = (_mail, index) => (index === 0 ? { code: 550 } : "accept");
  const worker = await scene.startWorker();
  await thread.answer("zanzibar");
  await until(
    () => thread.deliveries(),
    ([row]) => row?.state === "failed",
  );
  await thread.answer("zanzibar");
  await worker.logged((line) => line.msg === "mail sent");
  const output = worker.output.join("\n");
  expect(output).not.toMatch(/zanzibar|@atrium\.test|timeout/i);
  expect(output).not.toContain(thread.student.name);
  const { sql } = scene.world.owner;
  expect(await sql`select 1 from mail_deliveries where failure like '%@%'`).toHaveLength(0);
});

test("health and metrics are served to this machine, metrics to who knows the token", async () => {
  const worker = await scene.startWorker({ WORKER_PORT: "0", METRICS_TOKEN: "let me in" });
  const { port } = await worker.logged((line) => line.msg === "status served");
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers });
  const health = await get("/health");
  expect([health.status, await health.json()]).toEqual([
    200,
    { status: "ok", services: { smtp: "closed" } },
  ]);
  const thread = await scene.openThread();
  await thread.answer("Counted.");
  await worker.logged((line) => line.msg === "mail sent");
  expect((await get("/metrics")).status).toBe(401);
  const metrics = await (await get("/metrics", { authorization: "Bearer let me in" })).text();
  expect(metrics).toMatch(/atrium_job_seconds_count\{task="notify-ticket-post",outcome="done"\} 1/);
  expect(metrics).toContain('atrium_breaker_state{service="smtp"} 0');
  expect((await get("/elsewhere")).status).toBe(404);
});

const dropConnections = () => scene.world.owner.sql`
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and usename = 'atrium_worker'`;

/** Lets the worker's role in, or keeps it out of this database; superusers come in anyway. */
async function letWorkersIn(yes: boolean): Promise<void> {
  const { sql } = scene.world.owner;
  const [row] = await sql<{ name: string }[]>`select current_database() as name`;
  await sql.unsafe(`alter database ${row?.name} connection limit ${yes ? -1 : 0}`);
}

test("a database that drops idle connections costs neither the worker nor a mail", async () => {
  const thread = await scene.openThread();
  const worker = await scene.startWorker();
  const { sql } = scene.world.owner;
  for (let round = 1; round <= 3; round += 1) {
    await until(
      () => sql`select 1 from graphile_worker.jobs`,
      (jobs) => jobs.length === 0,
    );
    await dropConnections();
    await thread.answer(`Round ${round}.`);
    await until(
      () => scene.smtp.accepted.length,
      (count) => count === round,
    );
  }
  expect(worker.log.filter((line) => line.level >= 60)).toEqual([]);
});

test("A20 a database that is away just after the mail was taken does not get it sent again", async () => {
  const thread = await scene.openThread();
  const release = Promise.withResolvers<void>();
  scene.smtp.judge = () => ({ hold: release.promise });
  await scene.startWorker();
  await thread.answer("Known to be sent.");
  await until(
    () => scene.smtp.received.length,
    (count) => count === 1,
  );
  await letWorkersIn(false);
  await dropConnections();
  release.resolve();
  await pause(1_500);
  await letWorkersIn(true);
  const [row] = await until(
    () => thread.deliveries(),
    ([delivery]) => delivery?.state !== "sending",
  );
  expect(row).toMatchObject({ state: "sent", sendsStarted: 1 });
  expect(scene.smtp.received).toHaveLength(1);
});
