import type { UserActor } from "../../kernel/actor.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import { accessTicketLocked } from "../access.ts";
import { ticketError } from "../errors.ts";
import { nextState } from "../rules.ts";
import { changeTicket } from "./change-ticket.ts";
import { recordTicketChange } from "./record-ticket-change.ts";

/**
 * Puts a claimed ticket back into the queue. Assistants release their own, leads and admins
 * anybody's. Throws `tickets.wrong_state` when nobody has it.
 */
export async function releaseTicket(
  ctx: WriteCtx<UserActor>,
  input: { ticketId: string },
): Promise<void> {
  const ticket = await accessTicketLocked(ctx, input.ticketId, "release");
  const state = nextState(ticket.state, "release");
  if (state === null || ticket.assigneeId === null) {
    throw ticketError("tickets.wrong_state", { state: ticket.state });
  }
  const released = await changeTicket(ctx, ticket, { state, assigneeId: null });
  await recordTicketChange(ctx, released, { type: "released" });
}
