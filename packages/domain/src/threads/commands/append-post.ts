import { posts, threads } from "@atrium/db/schema/threads";
import { eq, sql } from "drizzle-orm";
import type { WriteCtx } from "../../kernel/context.ts";
import { newId } from "../../kernel/ids.ts";
import { RetryTransaction } from "../../kernel/transaction.ts";
import { threadError } from "../errors.ts";

export type NewPost =
  | {
      kind: "post";
      message: string;
      language: string;
      clientKey: string;
      /** Others are to be told of it; the job that does so takes the mark off. */
      awaitsNotice: boolean;
    }
  | { kind: "event"; event: { type: string } & Record<string, unknown> };

export type StoredPost = typeof posts.$inferSelect;

/**
 * Adds a post or an event at the end of a thread. The thread's row hands out the sequence number,
 * so posts of one thread are written one after another and the numbers have no holes. Events of the
 * system carry no author.
 */
export async function appendPost(
  ctx: WriteCtx,
  threadId: string,
  entry: NewPost,
): Promise<StoredPost> {
  const [thread] = await ctx.tx
    .update(threads)
    .set({ lastSeq: sql`${threads.lastSeq} + 1` })
    .where(eq(threads.id, threadId))
    .returning({ seq: threads.lastSeq });
  if (!thread) throw new Error(`thread ${threadId} is gone or out of the actor's sight`);
  const body =
    entry.kind === "post"
      ? {
          content: { [entry.language]: entry.message },
          language: entry.language,
          clientKey: entry.clientKey,
          awaitsNotice: entry.awaitsNotice,
        }
      : { event: entry.event };
  const [post] = await ctx.tx
    .insert(posts)
    .values({
      id: newId(),
      threadId,
      seq: thread.seq,
      kind: entry.kind,
      authorId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
      createdAt: ctx.now,
      ...body,
    })
    .onConflictDoNothing({
      target: [posts.authorId, posts.clientKey],
      where: sql`client_key is not null`,
    })
    .returning();
  // The same send arrived twice at once and the other one won: starting over finds its post.
  if (!post) throw new RetryTransaction(threadError("threads.client_key_reused"));
  return post;
}
