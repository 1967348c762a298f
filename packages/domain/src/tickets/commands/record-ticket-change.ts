import type { WriteCtx } from "../../kernel/context.ts";
import { appendPost } from "../../threads/commands/append-post.ts";
import type { TicketRow } from "../access.ts";

export interface TicketEvent extends Record<string, unknown> {
  type: "claimed" | "released" | "reassigned" | "done" | "reopened";
  assigneeId?: string;
}

/** Every change leaves three marks: an event in the thread, an audit row, a notice to open pages. */
export async function recordTicketChange(
  ctx: WriteCtx,
  ticket: TicketRow,
  event: TicketEvent,
): Promise<void> {
  await appendPost(ctx, ticket.threadId, { kind: "event", event });
  const { type, ...details } = event;
  ctx.audit({
    action: `ticket.${type}`,
    subjectType: "ticket",
    subjectId: ticket.id,
    courseId: ticket.courseId,
    details: { ...details, state: ticket.state },
  });
  ctx.changed({
    type: "ticket",
    ticketId: ticket.id,
    courseId: ticket.courseId,
    openerId: ticket.openerId,
  });
}
