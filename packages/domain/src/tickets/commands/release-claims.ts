import { memberships } from "@atrium/db/schema/identity";
import { tickets } from "@atrium/db/schema/tickets";
import { and, asc, eq, ne } from "drizzle-orm";
import { lockCourseStaff } from "../../identity/access.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import { changeTicket } from "./change-ticket.ts";
import { recordTicketChange } from "./record-ticket-change.ts";

/**
 * Puts what a departed member of staff had taken back into the queue, unless they are staff of the
 * course again by now. Returns how many tickets it released; run by the system.
 */
export async function releaseClaims(
  ctx: WriteCtx,
  input: { courseId: string; userId: string },
): Promise<number> {
  const { courseId, userId } = input;
  await lockCourseStaff(ctx, courseId, "exclusive");
  const stillStaff = await ctx.tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(
      and(
        eq(memberships.courseId, courseId),
        eq(memberships.userId, userId),
        ne(memberships.role, "student"),
      ),
    );
  if (stillStaff.length > 0) return 0;
  const claimed = await ctx.tx
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.courseId, courseId),
        eq(tickets.assigneeId, userId),
        ne(tickets.state, "done"),
      ),
    )
    .orderBy(asc(tickets.id))
    .for("no key update");
  for (const ticket of claimed) {
    const released = await changeTicket(ctx, ticket, { state: "pending", assigneeId: null });
    await recordTicketChange(ctx, released, { type: "released" });
  }
  return claimed.length;
}
