import type { UserActor } from "../../kernel/actor.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import { accessTicketWithStaff } from "../access.ts";
import { changeTicket } from "./change-ticket.ts";
import { recordTicketChange } from "./record-ticket-change.ts";

/**
 * Finishes a ticket. Finishing a finished one changes nothing. A ticket nobody had taken is then
 * the finisher's: a student sees who decided.
 */
export async function markTicketDone(
  ctx: WriteCtx<UserActor>,
  input: { ticketId: string },
): Promise<void> {
  const ticket = await accessTicketWithStaff(ctx, input.ticketId, "mark_done");
  if (ticket.state === "done") return;
  const done = await changeTicket(ctx, ticket, {
    state: "done",
    assigneeId: ticket.assigneeId ?? ctx.actor.userId,
    doneAt: ctx.now,
  });
  await recordTicketChange(ctx, done, { type: "done" });
}
