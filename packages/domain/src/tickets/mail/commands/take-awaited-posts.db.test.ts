import { afterAll, beforeAll, expect, it } from "vitest";
import { buildStaffedCourse, buildTicket } from "../../../../testing/factories/tickets.ts";
import { createWorld, type World } from "../../../../testing/world.ts";
import { newId } from "../../../kernel/ids.ts";
import { runWrite } from "../../../kernel/transaction.ts";
import { replyToTicket } from "../../commands/reply-to-ticket.ts";
import { takeAwaitedPosts } from "./take-awaited-posts.ts";

let world: World;
let people: Awaited<ReturnType<typeof buildStaffedCourse>>;
beforeAll(async () => {
  world = await createWorld();
  people = await buildStaffedCourse(world);
});
afterAll(() => world.destroy());

const take = (postId: string) =>
  runWrite(world.worker, { actorId: "system" }, (ctx) => takeAwaitedPosts(ctx, { postId }));

async function answered(times: number) {
  const ticket = await buildTicket(world, people.student.id, people.course.id);
  const posts: string[] = [];
  for (let n = 0; n < times; n += 1) {
    const post = await world.writeAs(people.assistant.id, (ctx) =>
      replyToTicket(ctx, { ticketId: ticket.id, message: `Answer ${n}`, clientKey: newId() }),
    );
    posts.push(post.id);
  }
  return posts;
}

it("A20 takes along earlier posts whose own job is late, oldest first, and each only once", async () => {
  const [first = "", second = "", third = ""] = await answered(3);
  const taken = await take(second);
  expect(taken.map((audience) => audience.postId)).toEqual([first, second]);
  for (const audience of taken) expect(audience.recipientIds).toEqual([people.student.id]);
  expect(await take(first)).toEqual([]);
  expect((await take(third)).map((audience) => audience.postId)).toEqual([third]);
});

it("A20 gives a post to one of two workers that run its job at once", async () => {
  const [post = ""] = await answered(1);
  const [taken, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const first = runWrite(world.worker, { actorId: "system" }, async (ctx) => {
    const audiences = await takeAwaitedPosts(ctx, { postId: post });
    taken.resolve();
    await mayCommit.promise;
    return audiences;
  });
  await taken.promise;
  const second = take(post);
  const waiting = () => world.owner.sql`
    select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  let settled = false;
  const noticed = second.finally(() => {
    settled = true;
  });
  await expect.poll(async () => settled || (await waiting()).length > 0).toBe(true);
  mayCommit.resolve();
  expect(await first).toHaveLength(1);
  expect(await noticed).toEqual([]);
});

it("is refused to everybody but the system", async () => {
  const [post = ""] = await answered(1);
  const attempt = world.writeAs(people.admin.id, (ctx) => takeAwaitedPosts(ctx, { postId: post }));
  await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
});
