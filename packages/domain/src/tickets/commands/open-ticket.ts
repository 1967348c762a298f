import { ticketCounters } from "@atrium/db/schema/identity";
import { posts, threads } from "@atrium/db/schema/threads";
import { tickets } from "@atrium/db/schema/tickets";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { getOwnRoles } from "../../identity/queries.ts";
import type { UserActor } from "../../kernel/actor.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import { kernelError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { RetryTransaction } from "../../kernel/transaction.ts";
import { threadError } from "../../threads/errors.ts";
import { canOpenTicket } from "../policy.ts";
import type { openTicketInput } from "../schema.ts";

type Input = z.output<typeof openTicketInput>;

/**
 * Opens a ticket in a course the actor belongs to and returns its id. The same client key again
 * returns the same ticket; with other words it throws `threads.client_key_reused`. A course the
 * actor is no member of does not exist for them: `not_found`.
 */
export async function openTicket(ctx: WriteCtx<UserActor>, input: Input): Promise<{ id: string }> {
  const [roles, earlier] = await Promise.all([
    getOwnRoles(ctx, input.courseId),
    findEarlierSend(ctx, input.clientKey),
  ]);
  if (!canOpenTicket(roles)) throw kernelError("not_found");
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

async function insertTicket(ctx: WriteCtx<UserActor>, input: Input): Promise<{ id: string }> {
  const number = await nextNumber(ctx, input.courseId);
  const language = input.language ?? ctx.actor.locale;
  const ids = { ticket: newId(), thread: newId(), post: newId() };
  const { courseId, subject, clientKey } = input;
  const common = { createdAt: ctx.now };
  await ctx.tx
    .insert(threads)
    .values({ ...common, id: ids.thread, kind: "ticket", courseId, lastSeq: 1 });
  const added = await ctx.tx
    .insert(tickets)
    .values({
      ...common,
      id: ids.ticket,
      threadId: ids.thread,
      courseId,
      number,
      subject,
      openerId: ctx.actor.userId,
      language,
      clientKey,
      updatedAt: ctx.now,
    })
    .onConflictDoNothing({ target: [tickets.openerId, tickets.clientKey] })
    .returning({ id: tickets.id });
  // A double click: the other request won, and starting over finds its ticket.
  if (!added[0]) throw new RetryTransaction(threadError("threads.client_key_reused"));
  await ctx.tx.insert(posts).values({
    ...common,
    id: ids.post,
    threadId: ids.thread,
    seq: 1,
    kind: "post",
    authorId: ctx.actor.userId,
    content: { [language]: input.message },
    language,
  });
  return added[0];
}

async function nextNumber(ctx: WriteCtx, courseId: string): Promise<number> {
  const [counter] = await ctx.tx
    .insert(ticketCounters)
    .values({ courseId, lastNumber: 1 })
    .onConflictDoUpdate({
      target: ticketCounters.courseId,
      set: { lastNumber: sql`${ticketCounters.lastNumber} + 1` },
    })
    .returning({ number: ticketCounters.lastNumber });
  if (!counter) throw new Error("the ticket counter returned no row");
  return counter.number;
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
