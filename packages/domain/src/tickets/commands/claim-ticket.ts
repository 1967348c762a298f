import { tickets } from "@atrium/db/schema/tickets";
import { and, eq, isNull, sql } from "drizzle-orm";
import { lockCourseStaff } from "../../identity/access.ts";
import type { UserActor } from "../../kernel/actor.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import { type DomainError, kernelError } from "../../kernel/errors.ts";
import { accessTicket, type TicketWithRoles } from "../access.ts";
import { ticketError } from "../errors.ts";
import { findTicketHolder } from "../queries.ts";
import { recordTicketChange } from "./record-ticket-change.ts";

/**
 * Takes a pending ticket by compare-and-set: of any number of claims at once exactly one wins.
 * The others get `tickets.already_claimed` with the winner's name. Claiming one's own again is fine.
 */
export async function claimTicket(
  ctx: WriteCtx<UserActor>,
  input: { ticketId: string },
): Promise<void> {
  const { ticketId } = input;
  // An assistant cannot see what another has taken; the queue they share owes them the name.
  const ticket = await accessTicket(ctx, ticketId, "claim", () => findHolder(ctx, ticketId));
  if (ticket.assigneeId === ctx.actor.userId && ticket.state !== "done") return;
  // The update below is under row-level security, so it sees the roles as they are after this lock.
  await lockCourseStaff(ctx, ticket.courseId, "shared");
  const [claimed] = await ctx.tx
    .update(tickets)
    .set({
      state: "processing",
      assigneeId: ctx.actor.userId,
      updatedAt: ctx.now,
      version: sql`${tickets.version} + 1`,
    })
    .where(and(eq(tickets.id, ticket.id), eq(tickets.state, "pending"), isNull(tickets.assigneeId)))
    .returning();
  if (!claimed) {
    const loss = await explainLoss(ctx, ticket);
    if (loss === null) return;
    throw loss;
  }
  await recordTicketChange(ctx, claimed, { type: "claimed" });
}

/** Why the compare-and-set found nothing; null when it was the actor's own other click that won. */
async function explainLoss(
  ctx: WriteCtx<UserActor>,
  ticket: TicketWithRoles,
): Promise<DomainError | null> {
  const [current] = await ctx.tx
    .select({ state: tickets.state, assigneeId: tickets.assigneeId })
    .from(tickets)
    .where(eq(tickets.id, ticket.id));
  if (current?.state === "done") return ticketError("tickets.wrong_state", { state: "done" });
  if (current?.assigneeId === ctx.actor.userId) return null;
  // Neither visible nor held by anybody: the actor's role ended while they clicked.
  return (await findHolder(ctx, ticket.id)) ?? kernelError("not_found");
}

async function findHolder(ctx: WriteCtx<UserActor>, ticketId: string): Promise<DomainError | null> {
  const assignee = await findTicketHolder(ctx, ticketId);
  return assignee && ticketError("tickets.already_claimed", { assignee });
}
