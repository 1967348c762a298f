import { threads } from "@atrium/db/schema/threads";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { UserActor } from "../../kernel/actor.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import { markRead } from "../../threads/commands/mark-read.ts";
import { accessTicket } from "../access.ts";
import type { markSeenInput } from "../schema.ts";

/** Moves the reader's mark in a ticket, never past what has been written. */
export async function markTicketSeen(
  ctx: WriteCtx<UserActor>,
  input: z.output<typeof markSeenInput>,
): Promise<{ lastReadSeq: number }> {
  const ticket = await accessTicket(ctx, input.ticketId, "see");
  const [thread] = await ctx.tx
    .select({ lastSeq: threads.lastSeq })
    .from(threads)
    .where(eq(threads.id, ticket.threadId));
  const upToSeq = Math.min(input.upToSeq, thread?.lastSeq ?? 0);
  return markRead(ctx, { threadId: ticket.threadId, upToSeq });
}
