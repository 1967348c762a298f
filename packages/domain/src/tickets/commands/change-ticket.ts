import { tickets } from "@atrium/db/schema/tickets";
import { eq, sql } from "drizzle-orm";
import type { Authorized } from "../../kernel/authorized.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import type { TicketRow } from "../access.ts";
import type { TicketAction } from "../policy.ts";

/** Writes new values over an authorized, locked ticket, with a new version and time. */
export async function changeTicket(
  ctx: WriteCtx,
  ticket: Authorized<TicketRow, TicketAction>,
  values: Partial<Pick<TicketRow, "state" | "assigneeId" | "doneAt">>,
): Promise<TicketRow> {
  const [changed] = await ctx.tx
    .update(tickets)
    .set({ ...values, updatedAt: ctx.now, version: sql`${tickets.version} + 1` })
    .where(eq(tickets.id, ticket.id))
    .returning();
  if (!changed) throw new Error(`ticket ${ticket.id} vanished under its lock`);
  return changed;
}
