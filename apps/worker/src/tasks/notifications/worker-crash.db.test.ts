import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createScene, type Scene, type Thread } from "../../../test/scene.ts";
import { pause, until } from "../../../test/until.ts";
import type { LogLine, WorkerProcess } from "../../../test/worker-process.ts";

let scene: Scene;

beforeAll(async () => {
  scene = await createScene();
});
afterEach(() => scene.reset());
afterAll(() => scene?.destroy());

const never = new Promise<never>(() => undefined);
const states = async (thread: Thread) => (await thread.deliveries()).map((row) => row.state);
const messageIds = () => scene.smtp.received.map((mail) => mail.parsed.messageId);
const robbed = (worker: WorkerProcess) =>
  worker.log.filter((line) => line.msg.startsWith("job released"));
const received = (count: number) =>
  until(
    () => scene.smtp.received.length,
    (now) => now === count,
  );

test("A20 kill -9 between commit and mail: another worker sends it, once", async () => {
  const thread = await scene.openThread();
  let asked = 0;
  // The first worker is stopped at the recipient: its delivery is taken, its mail has not left.
  scene.smtp.judgeRecipient = () => {
    asked += 1;
    return asked === 1 ? never : Promise.resolve(null);
  };
  const doomed = await scene.startWorker();
  await thread.answer("Held up by a crash.");
  await until(() => asked, Boolean);
  await doomed.kill();
  expect(await states(thread)).toEqual(["sending"]);
  await thread.expireLeases();
  const heir = await scene.startWorker();
  await heir.logged((line) => line.msg === "job released: nobody was running it");
  await until(
    () => states(thread),
    ([state]) => state === "sent",
  );
  expect(messageIds()).toHaveLength(1);
});

test("A20 kill -9 between mail accepted and marked sent: twice at most, as the same mail", async () => {
  const thread = await scene.openThread();
  scene.smtp.judge = (_mail, index) => (index === 0 ? { hold: never } : "accept");
  const doomed = await scene.startWorker();
  await thread.answer("Delivered, but nobody knows.");
  await received(1);
  await doomed.kill();
  await thread.expireLeases();
  await scene.startWorker();
  const [row] = await until(
    () => thread.deliveries(),
    ([delivery]) => delivery?.state === "sent",
  );
  expect(messageIds()).toEqual([`<${row?.id}@atrium.example>`, `<${row?.id}@atrium.example>`]);
  expect(row?.sendsStarted).toBe(2);
});

test("A20 after two unknown outcomes a mail is failed, not sent a third time, and the next goes", async () => {
  const thread = await scene.openThread();
  scene.smtp.judge = (_mail, index) => (index < 2 ? { hold: never } : "accept");
  await thread.answer("Twice is enough.");
  for (const sends of [1, 2]) {
    const doomed = await scene.startWorker();
    await received(sends);
    await doomed.kill();
    await thread.expireLeases();
  }
  await thread.answer("The next one.");
  await scene.startWorker();
  await until(
    () => states(thread),
    (found) => found[1] === "sent",
  );
  const [first] = await thread.deliveries();
  expect(first).toMatchObject({ state: "failed", failure: "outcome_unknown_twice" });
  expect(scene.smtp.received).toHaveLength(3);
  expect(scene.smtp.received[2]?.parsed.text).toContain("The next one.");
});

test("A20 a worker that is alive keeps its job, however long it takes", async () => {
  const thread = await scene.openThread();
  const release = Promise.withResolvers<void>();
  scene.smtp.judge = () => ({ hold: release.promise });
  const slow = await scene.startWorker();
  await thread.answer("Slow server.");
  await received(1);
  const other = await scene.startWorker();
  // Longer than the two seconds after which a silent worker is declared dead.
  await pause(3_500);
  expect([...robbed(slow), ...robbed(other)]).toEqual([]);
  release.resolve();
  await until(
    () => states(thread),
    ([state]) => state === "sent",
  );
  expect(scene.smtp.received).toHaveLength(1);
});

test("A20 hosts whose clocks are a day apart neither rob each other nor wait", async () => {
  const thread = await scene.openThread();
  const release = Promise.withResolvers<void>();
  scene.smtp.judge = (_mail, index) => (index === 0 ? { hold: release.promise } : "accept");
  const behind = await scene.startWorker({}, -24);
  await thread.answer("From yesterday.");
  await received(1);
  const ahead = await scene.startWorker({}, 24);
  const pair = { threadId: thread.threadId, recipientId: thread.student.id };
  await scene.world.owner.sql`
    select graphile_worker.add_job('send-thread-mail', ${JSON.stringify(pair)}::json)`;
  const looked = (line: LogLine) => line.msg === "job done" && line.task === "send-thread-mail";
  await Promise.race([ahead.logged(looked), behind.logged(looked)]);
  await pause(2_500);
  expect(scene.smtp.received).toHaveLength(1);
  expect([...robbed(behind), ...robbed(ahead)]).toEqual([]);
  release.resolve();
  await until(
    () => states(thread),
    ([state]) => state === "sent",
  );
  await thread.answer("Right after.");
  await until(
    () => states(thread),
    (found) => found[1] === "sent",
    5_000,
  );
  expect(scene.smtp.received).toHaveLength(2);
});

test("a worker told to stop finishes what it is sending and leaves nothing behind", async () => {
  const thread = await scene.openThread();
  const release = Promise.withResolvers<void>();
  scene.smtp.judge = () => ({ hold: release.promise });
  const worker = await scene.startWorker();
  await thread.answer("Just in time.");
  await received(1);
  const ended = worker.terminate();
  await worker.logged((line) => line.msg === "worker stopping");
  release.resolve();
  expect(await ended).toBe(0);
  expect(await states(thread)).toEqual(["sent"]);
  const { sql } = scene.world.owner;
  expect(await sql`select 1 from worker_heartbeats`).toHaveLength(0);
  expect(await sql`select 1 from graphile_worker.jobs`).toHaveLength(0);
});
