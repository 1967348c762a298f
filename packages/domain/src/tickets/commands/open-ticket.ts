import { posts, threads } from "@atrium/db/schema/threads";
import { tickets } from "@atrium/db/schema/tickets";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { UserActor } from "../../kernel/actor.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import { newId } from "../../kernel/ids.ts";
import { RetryTransaction } from "../../kernel/transaction.ts";
import { threadError } from "../../threads/errors.ts";
import { accessCourseToAsk } from "../access.ts";
import type { openTicketInput } from "../schema.ts";

type Input = z.output<typeof openTicketInput>;

/**
 * Opens a ticket in a course the actor belongs to and returns its id. The same client key again
 * returns the same ticket; with other words it throws `threads.client_key_reused`. A course the
 * actor is no member of does not exist for them: `not_found`.
 */
export async function openTicket(ctx: WriteCtx<UserActor>, input: Input): Promise<{ id: string }> {
  const [, earlier] = await Promise.all([
    accessCourseToAsk(ctx, input.courseId),
    findEarlierSend(ctx, input.clientKey),
  ]);
  if (earlier) return replay(earlier, input);

  const ticket = await insertTicket(ctx, input);
  ctx.audit({
    action: "ticket.opened",
    subjectType: "ticket",
    subjectId: ticket.id,
    courseId: input.courseId,
  });
  ctx.changed({
    type: "ticket",
    ticketId: ticket.id,
    courseId: input.courseId,
    openerId: ctx.actor.userId,
  });
  return { id: ticket.id };
}

/**
 * Everything that needs no number comes first: from the ticket's insert on, the course's counter is
 * locked. What follows is sent without waiting for answers, so the lock lasts one trip.
 */
async function insertTicket(ctx: WriteCtx<UserActor>, input: Input): Promise<{ id: string }> {
  const language = input.language ?? ctx.actor.locale;
  const { courseId, subject, clientKey } = input;
  const ids = { ticket: newId(), thread: newId() };
  const common = { createdAt: ctx.now };
  await ctx.tx
    .insert(threads)
    .values({ ...common, id: ids.thread, kind: "ticket", courseId, lastSeq: 1 });
  const ticketAdded = ctx.tx
    .insert(tickets)
    .values({
      ...common,
      id: ids.ticket,
      threadId: ids.thread,
      courseId,
      number: sql`atrium_next_ticket_number(${courseId})`,
      subject,
      openerId: ctx.actor.userId,
      language,
      clientKey,
      updatedAt: ctx.now,
    })
    .onConflictDoNothing({ target: [tickets.openerId, tickets.clientKey] })
    .returning({ id: tickets.id });
  const postAdded = ctx.tx.insert(posts).values({
    ...common,
    id: newId(),
    threadId: ids.thread,
    seq: 1,
    kind: "post",
    authorId: ctx.actor.userId,
    content: { [language]: input.message },
    language,
  });
  const [ticket, post] = await Promise.allSettled([ticketAdded, postAdded]);
  if (ticket.status === "rejected") throw ticket.reason;
  // A double click: the other request won, and starting over finds its ticket.
  if (!ticket.value[0]) throw new RetryTransaction(threadError("threads.client_key_reused"));
  if (post.status === "rejected") throw post.reason;
  return ticket.value[0];
}

async function findEarlierSend(ctx: WriteCtx<UserActor>, clientKey: string) {
  const [row] = await ctx.tx
    .select({
      id: tickets.id,
      courseId: tickets.courseId,
      subject: tickets.subject,
      content: posts.content,
    })
    .from(tickets)
    .innerJoin(posts, and(eq(posts.threadId, tickets.threadId), eq(posts.seq, 1)))
    .where(and(eq(tickets.openerId, ctx.actor.userId), eq(tickets.clientKey, clientKey)));
  return row;
}

type EarlierSend = NonNullable<Awaited<ReturnType<typeof findEarlierSend>>>;

function replay(earlier: EarlierSend, input: Input): { id: string } {
  const same =
    earlier.courseId === input.courseId &&
    earlier.subject === input.subject &&
    Object.values(earlier.content ?? {})[0] === input.message;
  if (!same) throw threadError("threads.client_key_reused");
  return { id: earlier.id };
}
