import { mailDeliveries } from "@atrium/db/schema/notifications";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { WriteCtx } from "../../kernel/context.ts";
import { nextStep, SEND_LEASE_SECONDS } from "../rules.ts";

export type Delivery = typeof mailDeliveries.$inferSelect;

export type NextDelivery =
  | { step: "send"; delivery: Delivery }
  /** Another worker is sending the first in line; it or its lease decides what comes next. */
  | { step: "wait"; leaseExpiresAt: Date }
  | { step: "none" };

/**
 * Takes the first unsent delivery of a thread and recipient for sending. The row lock and the lease
 * keep two workers from sending it both; a delivery begun twice without a known outcome is given up,
 * so that no mail is sent more than twice.
 */
export async function beginNextDelivery(
  ctx: WriteCtx,
  pair: { threadId: string; recipientId: string },
): Promise<NextDelivery> {
  for (;;) {
    const [row] = await ctx.tx
      .select({
        delivery: mailDeliveries,
        leaseExpired: sql<boolean>`coalesce(${mailDeliveries.leaseExpiresAt} <= now(), true)`,
      })
      .from(mailDeliveries)
      .where(
        and(
          eq(mailDeliveries.threadId, pair.threadId),
          eq(mailDeliveries.recipientId, pair.recipientId),
          inArray(mailDeliveries.state, ["queued", "sending"]),
        ),
      )
      .orderBy(asc(mailDeliveries.seq))
      .limit(1)
      .for("update");
    if (!row) return { step: "none" };
    const { delivery, leaseExpired } = row;
    const state = delivery.state === "sending" ? "sending" : "queued";
    const step = nextStep({ state, sendsStarted: delivery.sendsStarted, leaseExpired });
    if (step === "wait") {
      return { step, leaseExpiresAt: delivery.leaseExpiresAt ?? ctx.now };
    }
    if (step === "send") return { step, delivery: await startSend(ctx, delivery) };
    await ctx.tx
      .update(mailDeliveries)
      .set({ state: "failed", failure: "outcome_unknown_twice", leaseExpiresAt: null })
      .where(eq(mailDeliveries.id, delivery.id));
  }
}

async function startSend(ctx: WriteCtx, delivery: Delivery): Promise<Delivery> {
  const [started] = await ctx.tx
    .update(mailDeliveries)
    .set({
      state: "sending",
      sendsStarted: delivery.sendsStarted + 1,
      leaseExpiresAt: sql`now() + make_interval(secs => ${SEND_LEASE_SECONDS})`,
    })
    .where(eq(mailDeliveries.id, delivery.id))
    .returning();
  if (!started) throw new Error(`delivery ${delivery.id} vanished under its lock`);
  return started;
}
