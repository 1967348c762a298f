import type { UserActor } from "../../kernel/actor.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import { accessTicketWithStaff } from "../access.ts";
import { ticketError } from "../errors.ts";
import { nextState } from "../rules.ts";
import { changeTicket } from "./change-ticket.ts";
import { recordTicketChange } from "./record-ticket-change.ts";

/**
 * Takes "done" back: whoever reopens a ticket has it then. Repeating it changes nothing; a ticket
 * that was never done throws `tickets.wrong_state`.
 */
export async function reopenTicket(
  ctx: WriteCtx<UserActor>,
  input: { ticketId: string },
): Promise<void> {
  const ticket = await accessTicketWithStaff(ctx, input.ticketId, "reopen");
  const assigneeId = ctx.actor.userId;
  if (ticket.state === "processing" && ticket.assigneeId === assigneeId) return;
  const state = nextState(ticket.state, "reopen");
  if (state === null) throw ticketError("tickets.wrong_state", { state: ticket.state });
  const reopened = await changeTicket(ctx, ticket, { state, assigneeId, doneAt: null });
  await recordTicketChange(ctx, reopened, { type: "reopened" });
}
