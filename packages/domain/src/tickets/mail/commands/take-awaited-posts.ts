import { posts, threads } from "@atrium/db/schema/threads";
import { eq, inArray } from "drizzle-orm";
import type { WriteCtx } from "../../../kernel/context.ts";
import { requireSystem } from "../../../kernel/guards.ts";
import { listAwaitedAudiences, type PostAudience } from "../queries.ts";

/**
 * Takes a post, and any earlier one of its thread whose own job is late, off the list of those to
 * be told of, and returns who is to be told. The thread is locked, so deliveries are written in the
 * order of the thread however its jobs run. Nothing to take is fine: another job was quicker.
 */
export async function takeAwaitedPosts(
  ctx: WriteCtx,
  input: { postId: string },
): Promise<PostAudience[]> {
  requireSystem(ctx);
  const [post] = await ctx.tx
    .select({ threadId: posts.threadId, seq: posts.seq })
    .from(posts)
    .where(eq(posts.id, input.postId));
  if (!post) return [];
  const { threadId } = post;
  await ctx.tx
    .select({ id: threads.id })
    .from(threads)
    .where(eq(threads.id, threadId))
    .for("no key update");
  const audiences = await listAwaitedAudiences(ctx, { threadId, upToSeq: post.seq });
  const taken = audiences.map((audience) => audience.postId);
  if (taken.length > 0) {
    await ctx.tx.update(posts).set({ awaitsNotice: false }).where(inArray(posts.id, taken));
  }
  return audiences;
}
