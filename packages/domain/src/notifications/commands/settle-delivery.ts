import { mailDeliveries } from "@atrium/db/schema/notifications";
import { and, eq, sql } from "drizzle-orm";
import type { WriteCtx } from "../../kernel/context.ts";
import type { Delivery } from "./begin-next-delivery.ts";

export type Outcome =
  | { state: "sent" }
  /** The server said "not now": the send did not happen and does not count. */
  | { state: "queued" }
  | { state: "failed"; failure: string }
  | { state: "dropped"; failure: string };

/**
 * Records how a begun send ended. A delivery that was settled meanwhile, or taken over after its
 * lease, stays as it is; only that it was sent is true whoever has it now.
 */
export async function settleDelivery(
  ctx: WriteCtx,
  input: { delivery: Pick<Delivery, "id" | "sendsStarted">; outcome: Outcome },
): Promise<void> {
  const { delivery, outcome } = input;
  const stillOurs =
    outcome.state === "sent" ? undefined : eq(mailDeliveries.sendsStarted, delivery.sendsStarted);
  await ctx.tx
    .update(mailDeliveries)
    .set({
      state: outcome.state,
      leaseExpiresAt: null,
      failure: "failure" in outcome ? outcome.failure : null,
      ...(outcome.state === "sent" ? { sentAt: sql`now()` } : {}),
      ...(outcome.state === "queued"
        ? { sendsStarted: sql`${mailDeliveries.sendsStarted} - 1` }
        : {}),
    })
    .where(and(eq(mailDeliveries.id, delivery.id), eq(mailDeliveries.state, "sending"), stillOurs));
}
