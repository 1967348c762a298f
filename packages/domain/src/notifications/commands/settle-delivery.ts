import { mailDeliveries } from "@atrium/db/schema/notifications";
import { and, eq, sql } from "drizzle-orm";
import type { WriteCtx } from "../../kernel/context.ts";

export type Outcome =
  | { state: "sent" }
  /** The server said "not now": the send did not happen and does not count. */
  | { state: "queued" }
  | { state: "failed"; failure: string }
  | { state: "dropped"; failure: string };

/** Records how a begun send ended. A delivery that was settled meanwhile stays as it is. */
export async function settleDelivery(
  ctx: WriteCtx,
  input: { deliveryId: string; outcome: Outcome },
): Promise<void> {
  const { outcome } = input;
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
    .where(and(eq(mailDeliveries.id, input.deliveryId), eq(mailDeliveries.state, "sending")));
}
