import type { UserActor } from "../../kernel/actor.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import { accessTicketLocked } from "../access.ts";
import { changeTicket } from "./change-ticket.ts";
import { recordTicketChange } from "./record-ticket-change.ts";

/** Finishes a ticket. Finishing a finished one changes nothing. */
export async function markTicketDone(
  ctx: WriteCtx<UserActor>,
  input: { ticketId: string },
): Promise<void> {
  const ticket = await accessTicketLocked(ctx, input.ticketId, "mark_done");
  if (ticket.state === "done") return;
  const done = await changeTicket(ctx, ticket, { state: "done", doneAt: ctx.now });
  await recordTicketChange(ctx, done, { type: "done" });
}
