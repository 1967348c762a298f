import { lockCourseStaff } from "../../identity/access.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import { requireSystem } from "../../kernel/guards.ts";
import { accessClaims } from "../access.ts";
import { canServeCourse } from "../queries.ts";
import { changeTicket } from "./change-ticket.ts";
import { recordTicketChange } from "./record-ticket-change.ts";

/**
 * Puts what a departed member of staff had taken back into the queue, unless they are staff of the
 * course again by now. Returns how many tickets it released; run by the system. Finished tickets
 * keep their name; should one be reopened, its reply looks again.
 */
export async function releaseClaims(
  ctx: WriteCtx,
  input: { courseId: string; userId: string },
): Promise<number> {
  requireSystem(ctx);
  await lockCourseStaff(ctx, input.courseId, "exclusive");
  if (await canServeCourse(ctx, input.courseId, input.userId)) return 0;
  const claims = await accessClaims(ctx, input);
  for (const ticket of claims) {
    const released = await changeTicket(ctx, ticket, { state: "pending", assigneeId: null });
    await recordTicketChange(ctx, released, { type: "released" });
  }
  return claims.length;
}
