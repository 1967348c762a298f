import { users } from "@atrium/db/schema/identity";
import { posts } from "@atrium/db/schema/threads";
import { and, asc, eq, sql } from "drizzle-orm";
import type { UserActor } from "../kernel/actor.ts";
import type { ReadCtx } from "../kernel/context.ts";

const authorName = sql<string | null>`concat_ws(' ', ${users.firstName}, ${users.lastName})`;

/**
 * Every post and event of a thread in order, or one of them. The caller has checked that the thread
 * may be seen.
 */
export function listThreadPosts(ctx: ReadCtx<UserActor>, threadId: string, postId?: string) {
  return ctx.tx
    .select({ post: posts, authorName })
    .from(posts)
    .leftJoin(users, eq(users.id, posts.authorId))
    .where(and(eq(posts.threadId, threadId), postId ? eq(posts.id, postId) : undefined))
    .orderBy(asc(posts.seq));
}

/** The actor's own post with this client key, if it was sent before. */
export async function findOwnPostByKey(ctx: ReadCtx<UserActor>, clientKey: string) {
  const [post] = await ctx.tx
    .select()
    .from(posts)
    .where(and(eq(posts.authorId, ctx.actor.userId), eq(posts.clientKey, clientKey)));
  return post ?? null;
}
