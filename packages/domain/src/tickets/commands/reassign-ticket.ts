import type { z } from "zod";
import type { UserActor } from "../../kernel/actor.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import { accessTicketWithStaff } from "../access.ts";
import { ticketError } from "../errors.ts";
import { canServeCourse } from "../queries.ts";
import { nextState } from "../rules.ts";
import type { reassignInput } from "../schema.ts";
import { changeTicket } from "./change-ticket.ts";
import { recordTicketChange } from "./record-ticket-change.ts";

/**
 * Hands a ticket to another member of the course's staff. Throws `tickets.not_staff` for anybody
 * else (and for the ticket's own opener), `tickets.wrong_state` when it is done.
 */
export async function reassignTicket(
  ctx: WriteCtx<UserActor>,
  input: z.output<typeof reassignInput>,
): Promise<void> {
  const ticket = await accessTicketWithStaff(ctx, input.ticketId, "reassign");
  const { assigneeId } = input;
  if (ticket.assigneeId === assigneeId && ticket.state !== "done") return;
  const state = nextState(ticket.state, "reassign");
  if (state === null) throw ticketError("tickets.wrong_state", { state: ticket.state });
  const eligible =
    assigneeId !== ticket.openerId && (await canServeCourse(ctx, ticket.courseId, assigneeId));
  if (!eligible) throw ticketError("tickets.not_staff");
  const handedOver = await changeTicket(ctx, ticket, { state, assigneeId });
  await recordTicketChange(ctx, handedOver, { type: "reassigned", assigneeId });
}
