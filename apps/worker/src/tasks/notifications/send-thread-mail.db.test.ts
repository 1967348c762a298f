import { newId } from "@atrium/domain/kernel/ids";
import { addNote } from "@atrium/domain/tickets/commands/add-note";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createScene, type Scene } from "../../../test/scene.ts";
import { pause, until } from "../../../test/until.ts";

let scene: Scene;

beforeAll(async () => {
  scene = await createScene();
});
afterEach(() => scene.reset());
afterAll(() => scene?.destroy());

const texts = () => scene.smtp.accepted.map((mail) => mail.parsed.text ?? "");
const allAre = (state: string) => (rows: { state: string }[]) =>
  rows.length > 0 && rows.every((row) => row.state === state);

async function enqueue(task: string, payload: object, options: { attempts?: number } = {}) {
  await scene.world.owner.sql`
    select graphile_worker.add_job(
      ${task}, ${JSON.stringify(payload)}::json, max_attempts => ${options.attempts ?? 25})`;
}

test("each reader gets the mail in their own language, the author none", async () => {
  await scene.startWorker();
  const expected = {
    fi: "vastasi kysymykseesi",
    en: "answered your question",
    sv: "svarade på din fråga",
  };
  for (const [locale, text] of Object.entries(expected)) {
    const thread = await scene.openThread(locale as keyof typeof expected);
    await thread.answer("Kokeile **näin**");
    await until(() => thread.deliveries(), allAre("sent"));
    const mail = scene.smtp.accepted.at(-1);
    expect(mail?.to).toEqual([thread.student.email]);
    expect(mail?.parsed.text).toContain(`${scene.assistant.name} ${text}`);
    expect(mail?.parsed.html).toMatch(new RegExp(`<html[^>]* lang="${locale}"`));
    expect(mail?.parsed.html).toContain("<strong>näin</strong>");
    expect(mail?.parsed.text).toContain(`https://atrium.example/tickets/${thread.ticketId}`);
  }
  expect(scene.smtp.received).toHaveLength(3);
});

test("what the student writes is mailed to who has taken the ticket, and links to the inbox", async () => {
  await scene.startWorker();
  const thread = await scene.openThread();
  await thread.followUp("It still hangs.");
  await until(() => thread.deliveries(), allAre("sent"));
  expect(scene.smtp.accepted.map((mail) => mail.to)).toEqual([[scene.assistant.email]]);
  expect(texts()[0]).toContain("It still hangs.");
  expect(texts()[0]).toContain(`https://atrium.example/inbox/${thread.ticketId}`);
});

test("A8 an internal note mails nobody", async () => {
  await scene.startWorker();
  const thread = await scene.openThread();
  const { ticketId } = thread;
  const note = await scene.world.writeAs(scene.assistant.id, (ctx) =>
    addNote(ctx, { ticketId, message: "secret of the staff", clientKey: newId() }),
  );
  await enqueue("notify-ticket-post", { postId: note.id });
  await thread.answer("public answer");
  await until(() => thread.deliveries(), allAre("sent"));
  expect(scene.smtp.received).toHaveLength(1);
  expect(scene.smtp.received[0]?.raw).not.toContain("secret of the staff");
});

test("A4 who has left the course between the answer and the mail gets none", async () => {
  const thread = await scene.openThread();
  const postId = await thread.answer("You may not read this any more.");
  const { sql } = scene.world.owner;
  await sql`
    insert into mail_deliveries (id, kind, recipient_id, thread_id, post_id, seq)
    select gen_random_uuid(), 'ticket_post', ${thread.student.id}, thread_id, id, seq
    from posts where id = ${postId}`;
  const pair = { threadId: thread.threadId, recipientId: thread.student.id };
  await enqueue("send-thread-mail", pair);
  await sql`delete from memberships where user_id = ${thread.student.id}`;
  await scene.startWorker();
  const [row] = await until(() => thread.deliveries(), allAre("dropped"));
  expect(row?.failure).toBe("recipient_may_not_see");
  expect(scene.smtp.received).toHaveLength(0);
});

test("A20 a job that runs twice sends one mail", async () => {
  const thread = await scene.openThread();
  const postId = await thread.answer("once");
  const pair = { threadId: thread.threadId, recipientId: thread.student.id };
  for (let copy = 0; copy < 3; copy += 1) await enqueue("notify-ticket-post", { postId });
  const worker = await scene.startWorker();
  await until(() => thread.deliveries(), allAre("sent"));
  for (let copy = 0; copy < 3; copy += 1) await enqueue("send-thread-mail", pair);
  const runs = () => worker.log.filter((line) => line.msg === "job done").length;
  await until(runs, (count) => count >= 8);
  expect(await thread.deliveries()).toHaveLength(1);
  expect(scene.smtp.received).toHaveLength(1);
});

test("A20 two workers send each mail once, one at a time and in order", async () => {
  const thread = await scene.openThread();
  const pair = { threadId: thread.threadId, recipientId: thread.student.id };
  const release = Promise.withResolvers<void>();
  scene.smtp.judge = (_mail, index) => (index === 0 ? { hold: release.promise } : "accept");
  await Promise.all([scene.startWorker(), scene.startWorker()]);
  await thread.answer("answer 1");
  await until(
    () => scene.smtp.received.length,
    (count) => count === 1,
  );
  for (let index = 2; index <= 5; index += 1) await thread.answer(`answer ${index}`);
  for (let copy = 0; copy < 5; copy += 1) await enqueue("send-thread-mail", pair);
  await pause(600);
  expect(scene.smtp.received).toHaveLength(1);
  release.resolve();
  await until(
    () => thread.deliveries(),
    (rows) => rows.length === 5 && allAre("sent")(rows),
  );
  await pause(200);
  const order = texts().map((text) => /answer \d/.exec(text)?.[0]);
  expect(order).toEqual(["answer 1", "answer 2", "answer 3", "answer 4", "answer 5"]);
  expect(scene.smtp.received).toHaveLength(5);
});

test("A20 order is kept when the first mail is put off with 451", async () => {
  const thread = await scene.openThread();
  scene.smtp.judge = (_mail, index) => (index === 0 ? { code: 451 } : "accept");
  await scene.startWorker();
  await thread.answer("answer 1");
  const [first] = await until(
    () => thread.deliveries(),
    (rows) => scene.smtp.received.length === 1 && allAre("queued")(rows),
  );
  expect(first?.sendsStarted).toBe(0);
  await thread.answer("answer 2");
  await until(
    () => thread.deliveries(),
    (rows) => rows.length === 2 && allAre("sent")(rows),
  );
  const order = scene.smtp.received.map((mail) => /answer \d/.exec(mail.parsed.text ?? "")?.[0]);
  expect(order).toEqual(["answer 1", "answer 1", "answer 2"]);
});

test("A20 a mail the server refuses is not repeated and does not hold up the next", async () => {
  const thread = await scene.openThread();
  scene.smtp.judge = (mail) => (mail.parsed.text?.includes("refused") ? { code: 554 } : "accept");
  await thread.answer("refused for its words");
  await thread.answer("taken");
  await scene.startWorker();
  const rows = await until(
    () => thread.deliveries(),
    (found) => found[1]?.state === "sent",
  );
  expect(rows[0]).toMatchObject({ state: "failed", failure: "MailError smtp_554" });
  expect(scene.smtp.received).toHaveLength(2);
});

test("A20 what still fails on the last try is failed, and the mails after it go out", async () => {
  const thread = await scene.openThread();
  const pair = { threadId: thread.threadId, recipientId: thread.student.id };
  scene.smtp.judge = (mail) => (mail.parsed.text?.includes("never") ? { code: 451 } : "accept");
  await scene.startWorker();
  await thread.answer("never taken");
  await until(
    () => thread.deliveries(),
    (rows) => scene.smtp.received.length === 1 && allAre("queued")(rows),
  );
  await scene.world.owner.sql`delete from graphile_worker._private_jobs`;
  await enqueue("send-thread-mail", pair, { attempts: 1 });
  const [row] = await until(() => thread.deliveries(), allAre("failed"));
  expect(row?.failure).toBe("MailError smtp_451");
  await thread.answer("taken");
  await until(
    () => thread.deliveries(),
    (rows) => rows[1]?.state === "sent",
  );
});
