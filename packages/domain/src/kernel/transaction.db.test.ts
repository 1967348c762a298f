import { ticketCounters, users } from "@atrium/db/schema/identity";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCourse, buildUser } from "../../testing/factories/identity.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { releaseClaimsJob } from "../identity/jobs.ts";
import { CHANGES_CHANNEL } from "./changes.ts";
import { kernelError } from "./errors.ts";
import { newId } from "./ids.ts";
import { RetryTransaction, runRead, runWrite } from "./transaction.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.destroy());

const countRows = async (table: string) => {
  const [row] = await world.owner.sql<{ n: number }[]>`
    select count(*)::int as n from ${world.owner.sql(table)}`;
  return row?.n;
};

describe("runWrite", () => {
  it("A20 commits or loses the job, the audit row and the notice together with their cause", async () => {
    const user = await buildUser(world);
    const course = await buildCourse(world);
    const heard: string[] = [];
    const listener = await world.owner.sql.listen(CHANGES_CHANNEL, (text) => heard.push(text));
    const write = (fail: boolean) =>
      runWrite(world.app, { actorId: user.id }, async (ctx) => {
        ctx.enqueue(releaseClaimsJob, { courseId: course.id, userId: user.id });
        ctx.audit({ action: "test.done", subjectType: "user", subjectId: user.id });
        const about = { ticketId: newId(), courseId: course.id, openerId: user.id };
        ctx.changed({ type: "ticket", ...about });
        await ctx.tx.update(users).set({ locale: "sv" }).where(eq(users.id, user.id));
        if (fail) throw kernelError("forbidden");
      });

    await expect(write(true)).rejects.toMatchObject({ code: "forbidden" });
    expect(await countRows("graphile_worker.jobs")).toBe(0);
    expect(await countRows("audit_events")).toBe(0);
    await write(false);
    expect(await countRows("graphile_worker.jobs")).toBe(1);
    expect(await countRows("audit_events")).toBe(1);
    await expect.poll(() => heard.length).toBe(1);
    await listener.unlisten();
  });

  it("refuses a payload that breaks its contract before anything commits", async () => {
    const write = runWrite(world.app, { actorId: null }, async (ctx) => {
      ctx.enqueue(releaseClaimsJob, { courseId: "not an id", userId: newId() });
    });
    await expect(write).rejects.toThrow();
  });

  it("starts over after a deadlock, so that both sides succeed", async () => {
    const [one, other] = [await buildCourse(world), await buildCourse(world)];
    for (const course of [one, other]) {
      await world.owner.db.insert(ticketCounters).values({ courseId: course.id, lastNumber: 0 });
    }
    let runs = 0;
    const bump = (ids: string[]) =>
      runWrite(world.app, { actorId: null }, async (ctx) => {
        runs += 1;
        for (const id of ids) {
          await ctx.tx
            .update(ticketCounters)
            .set({ lastNumber: sql`${ticketCounters.lastNumber} + 1` })
            .where(eq(ticketCounters.courseId, id));
          // Long enough for the other side to take its first row.
          await ctx.tx.execute(sql`select pg_sleep(0.2)`);
        }
      });
    await Promise.all([bump([one.id, other.id]), bump([other.id, one.id])]);
    expect(runs).toBeGreaterThan(2);
    const rows = await world.owner.db.select().from(ticketCounters);
    expect(rows.map((row) => row.lastNumber)).toEqual([2, 2]);
  });

  it("gives up a race it cannot settle with the refusal it was given", async () => {
    let runs = 0;
    const write = runWrite(world.app, { actorId: null }, async () => {
      runs += 1;
      throw new RetryTransaction(kernelError("forbidden"));
    });
    await expect(write).rejects.toMatchObject({ code: "forbidden" });
    expect(runs).toBe(4);
  });

  it("says unavailable, not unknown, when its connection dies or a lock is not to be had", async () => {
    const dies = runWrite(world.app, { actorId: null }, (ctx) =>
      ctx.tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`),
    );
    await expect(dies).rejects.toMatchObject({ code: "unavailable", kind: "unavailable" });
    const waits = runWrite(world.app, { actorId: null }, async (ctx) => {
      await ctx.tx.execute(sql`set local statement_timeout = '50ms'`);
      await ctx.tx.execute(sql`select pg_sleep(5)`);
    });
    await expect(waits).rejects.toMatchObject({ code: "unavailable" });
    await expect(runRead(world.app, { actorId: null }, async () => 1)).resolves.toBe(1);
  });

  it("acts for nobody whose account is closed", async () => {
    const user = await buildUser(world, { deactivatedAt: new Date() });
    for (const actorId of [user.id, newId()]) {
      await expect(runWrite(world.app, { actorId }, async () => 1)).rejects.toMatchObject({
        code: "unauthenticated",
      });
    }
  });
});

describe("runRead", () => {
  it("cannot write, even by way of plain SQL", async () => {
    const user = await buildUser(world);
    const write = runRead(world.app, { actorId: user.id }, (ctx) =>
      // The type hides it; the database refuses it all the same.
      (ctx.tx as unknown as World["app"]["db"])
        .update(users)
        .set({ locale: "fi" })
        .where(eq(users.id, user.id)),
    );
    await expect(write).rejects.toMatchObject({ cause: { code: "25006" } });
  });
});
