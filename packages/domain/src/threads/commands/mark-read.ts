import { threadReads } from "@atrium/db/schema/threads";
import { sql } from "drizzle-orm";
import type { UserActor } from "../../kernel/actor.ts";
import type { WriteCtx } from "../../kernel/context.ts";

/** Moves the actor's read mark forward. A mark that arrives late or twice never moves it back. */
export async function markRead(
  ctx: WriteCtx<UserActor>,
  input: { threadId: string; upToSeq: number },
): Promise<{ lastReadSeq: number }> {
  const [row] = await ctx.tx
    .insert(threadReads)
    .values({
      threadId: input.threadId,
      userId: ctx.actor.userId,
      lastReadSeq: input.upToSeq,
      updatedAt: ctx.now,
    })
    .onConflictDoUpdate({
      target: [threadReads.userId, threadReads.threadId],
      set: {
        lastReadSeq: sql`greatest(${threadReads.lastReadSeq}, excluded.last_read_seq)`,
        updatedAt: ctx.now,
      },
    })
    .returning({ lastReadSeq: threadReads.lastReadSeq });
  if (!row) throw new Error("the read mark was not written");
  return row;
}
