import { mailDeliveries } from "@atrium/db/schema/notifications";
import type { WriteCtx } from "../../kernel/context.ts";
import { newId } from "../../kernel/ids.ts";
import { sendThreadMailJob } from "../jobs.ts";

export interface PostToDeliver {
  kind: string;
  threadId: string;
  postId: string;
  seq: number;
  recipientIds: readonly string[];
}

/**
 * Writes one delivery per recipient of a post and the jobs that send them. Repeating it adds no
 * second delivery: (recipient, post) is unique.
 */
export async function recordDeliveries(ctx: WriteCtx, post: PostToDeliver): Promise<void> {
  const { recipientIds, ...about } = post;
  if (recipientIds.length === 0) return;
  await ctx.tx
    .insert(mailDeliveries)
    .values(
      recipientIds.map((recipientId) => ({
        ...about,
        id: newId(),
        recipientId,
        createdAt: ctx.now,
      })),
    )
    .onConflictDoNothing({ target: [mailDeliveries.recipientId, mailDeliveries.postId] });
  for (const recipientId of recipientIds) {
    ctx.enqueue(sendThreadMailJob, { threadId: post.threadId, recipientId });
  }
}
