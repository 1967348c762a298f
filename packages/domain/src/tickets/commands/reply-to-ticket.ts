import type { z } from "zod";
import type { UserActor } from "../../kernel/actor.ts";
import type { Authorized } from "../../kernel/authorized.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import { appendPost, type StoredPost } from "../../threads/commands/append-post.ts";
import { threadError } from "../../threads/errors.ts";
import { findOwnPostByKey } from "../../threads/queries.ts";
import { accessTicketWithStaff, type TicketRow } from "../access.ts";
import { ticketError } from "../errors.ts";
import { notifyTicketPostJob } from "../jobs.ts";
import { canServeCourse } from "../queries.ts";
import { mayReopen, nextState, reopenedState } from "../rules.ts";
import type { replyInput } from "../schema.ts";
import { changeTicket } from "./change-ticket.ts";
import { recordTicketChange } from "./record-ticket-change.ts";

type Input = z.output<typeof replyInput>;

/**
 * Writes a post in a ticket and moves its state along. The same client key again returns the same
 * post; with other words it throws `threads.client_key_reused`. An opener's reply reopens a ticket
 * done at most 14 days ago, later it throws `tickets.too_old_to_reopen`.
 */
export async function replyToTicket(ctx: WriteCtx<UserActor>, input: Input): Promise<StoredPost> {
  const ticket = await accessTicketWithStaff(ctx, input.ticketId, "reply");
  const earlier = await findOwnPostByKey(ctx, input.clientKey);
  if (earlier) return replay(earlier, ticket, input);

  const byOpener = ticket.openerId === ctx.actor.userId;
  if (byOpener) await reopenIfDone(ctx, ticket);
  if (ticket.state !== "done") await moveOn(ctx, ticket, byOpener);
  const post = await appendPost(ctx, ticket.threadId, {
    kind: "post",
    message: input.message,
    // An answer is most likely in the language of the question, whatever the interface speaks.
    language: input.language ?? ticket.language,
    clientKey: input.clientKey,
    awaitsNotice: true,
  });
  ctx.enqueue(notifyTicketPostJob, { postId: post.id });
  ctx.audit({
    action: "ticket.replied",
    subjectType: "ticket",
    subjectId: ticket.id,
    courseId: ticket.courseId,
    details: { postId: post.id },
  });
  ctx.changed({
    type: "ticket",
    ticketId: ticket.id,
    courseId: ticket.courseId,
    openerId: ticket.openerId,
  });
  return post;
}

function replay(earlier: StoredPost, ticket: TicketRow, input: Input): StoredPost {
  const same =
    earlier.threadId === ticket.threadId &&
    Object.values(earlier.content ?? {})[0] === input.message;
  if (!same) throw threadError("threads.client_key_reused");
  return earlier;
}

type Replied = Authorized<TicketRow, "reply">;

async function reopenIfDone(ctx: WriteCtx<UserActor>, ticket: Replied): Promise<void> {
  if (ticket.state !== "done") return;
  if (ticket.doneAt && !mayReopen(ticket.doneAt, ctx.now)) {
    throw ticketError("tickets.too_old_to_reopen");
  }
  // Whoever had it may have left the staff since; their name on it would keep others away.
  const { assigneeId, courseId } = ticket;
  const stays = assigneeId !== null && (await canServeCourse(ctx, courseId, assigneeId));
  const keeper = stays ? assigneeId : null;
  const reopened = await changeTicket(ctx, ticket, {
    state: reopenedState(keeper),
    assigneeId: keeper,
    doneAt: null,
  });
  await recordTicketChange(ctx, reopened, { type: "reopened" });
}

/** The word is with the other side now. Staff who answer an unclaimed ticket have taken it. */
async function moveOn(ctx: WriteCtx<UserActor>, ticket: Replied, byOpener: boolean) {
  const state = nextState(ticket.state, byOpener ? "opener_reply" : "staff_reply") ?? ticket.state;
  const takes = !byOpener && ticket.assigneeId === null;
  const moved = await changeTicket(ctx, ticket, {
    state,
    ...(takes ? { assigneeId: ctx.actor.userId } : {}),
  });
  if (takes) await recordTicketChange(ctx, moved, { type: "claimed" });
}
