import { type CourseRole, courses, memberships, users } from "@atrium/db/schema/identity";
import { posts, threadReads, threads } from "@atrium/db/schema/threads";
import { tickets } from "@atrium/db/schema/tickets";
import { and, desc, eq, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { staffRoles } from "../identity/policy.ts";
import type { UserActor } from "../kernel/actor.ts";
import type { ReadCtx, ReadTx } from "../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../kernel/cursor.ts";
import { kernelError } from "../kernel/errors.ts";
import { canOnTicket, standingTo } from "./policy.ts";
import { nextState } from "./rules.ts";
import type { Ticket } from "./schema.ts";

const opener = alias(users, "opener");
const assignee = alias(users, "assignee");

/** Everything a ticket's shape needs, in one statement however many tickets. */
function selectTickets(tx: ReadTx, actorId: string) {
  return tx
    .select({
      ticket: tickets,
      course: { code: courses.code, term: courses.term, name: courses.name },
      opener: fullName(opener),
      assignee: fullName(assignee),
      roles: sql<CourseRole[]>`array_to_json(array(
        select m.role from ${memberships} m
        where m.course_id = ${tickets.courseId} and m.user_id = ${actorId}))`,
      lastSeq: threads.lastSeq,
      unread: unreadCount(actorId),
    })
    .from(tickets)
    .innerJoin(courses, eq(courses.id, tickets.courseId))
    .innerJoin(threads, eq(threads.id, tickets.threadId))
    .innerJoin(opener, eq(opener.id, tickets.openerId))
    .leftJoin(assignee, eq(assignee.id, tickets.assigneeId));
}

/** Counted from the posts each time: a stored counter drifts (own posts and events never count). */
function unreadCount(actorId: string): SQL<number> {
  return sql<number>`(
    select count(*)::int from ${posts} unread
    where unread.thread_id = ${tickets.threadId} and unread.kind = 'post'
      and unread.author_id <> ${actorId}
      and unread.seq > coalesce((
        select r.last_read_seq from ${threadReads} r
        where r.thread_id = ${tickets.threadId} and r.user_id = ${actorId}), 0))`;
}

function fullName(person: typeof opener | typeof assignee): SQL<string> {
  return sql<string>`concat_ws(' ', ${person.firstName}, ${person.lastName})`;
}

type TicketRecord = Awaited<ReturnType<typeof selectTickets>>[number];

/** Throws `not_found` for a ticket the actor may not see, exactly as for one that is not there. */
export async function getTicket(ctx: ReadCtx<UserActor>, ticketId: string): Promise<Ticket> {
  const [row] = await selectTickets(ctx.tx, ctx.actor.userId).where(eq(tickets.id, ticketId));
  if (!row || !canOnTicket(standingTo(ctx.actor, row.roles, row.ticket), "see")) {
    throw kernelError("not_found");
  }
  return presentTicket(ctx.actor, row);
}

/**
 * Who has a ticket of a course the actor is staff of, also when it is out of their sight; null when
 * nobody has it, and for everybody else.
 */
export async function findTicketHolder(
  ctx: ReadCtx<UserActor>,
  ticketId: string,
): Promise<{ id: string; name: string } | null> {
  const [holder] = await ctx.tx
    .select({ id: sql<string>`holder.id`, name: sql<string>`holder.name` })
    .from(sql`atrium_ticket_claim_holder(${ticketId}::uuid) as holder`);
  return holder ?? null;
}

export interface TicketPage {
  items: Ticket[];
  nextCursor: string | null;
}

/** Tickets within `scope`, latest change first, in keyset pages. The scope names whose they are. */
export async function listTickets(
  ctx: ReadCtx<UserActor>,
  scope: SQL | undefined,
  page: { limit: number; cursor?: string | null | undefined },
): Promise<TicketPage> {
  const after = page.cursor ? decodeCursor(page.cursor) : null;
  const rows = await selectTickets(ctx.tx, ctx.actor.userId)
    .where(
      and(
        scope,
        after
          ? or(
              lt(tickets.updatedAt, after.at),
              and(eq(tickets.updatedAt, after.at), lt(tickets.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(tickets.updatedAt), desc(tickets.id))
    .limit(page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => presentTicket(ctx.actor, row)),
    nextCursor: last ? encodeCursor({ at: last.ticket.updatedAt, id: last.ticket.id }) : null,
  };
}

/** The actor's own tickets in the courses they still belong to. */
export function listMyTickets(
  ctx: ReadCtx<UserActor>,
  page: { limit: number; cursor?: string | null | undefined },
): Promise<TicketPage> {
  const { actor } = ctx;
  const stillThere = sql`${tickets.courseId} in (
    select m.course_id from ${memberships} m where m.user_id = ${actor.userId})`;
  const scope = and(eq(tickets.openerId, actor.userId), actor.isAdmin ? undefined : stillThere);
  return listTickets(ctx, scope, page);
}

/** Whether somebody can be given a course's tickets now: its staff and admins, accounts open. */
export async function canServeCourse(
  ctx: ReadCtx,
  courseId: string,
  userId: string,
): Promise<boolean> {
  const isStaff = sql`exists (
    select 1 from ${memberships} m
    where m.user_id = ${users.id} and m.course_id = ${courseId} and m.role in ${staffRoles})`;
  const rows = await ctx.tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt), or(users.isAdmin, isStaff)));
  return rows.length > 0;
}

function presentTicket(actor: UserActor, row: TicketRecord): Ticket {
  const { ticket } = row;
  const standing = standingTo(actor, row.roles, ticket);
  const open = ticket.state !== "done";
  return {
    id: ticket.id,
    number: ticket.number,
    courseId: ticket.courseId,
    course: row.course,
    subject: ticket.subject,
    state: ticket.state,
    language: ticket.language,
    opener: { id: ticket.openerId, name: row.opener },
    assignee: ticket.assigneeId ? { id: ticket.assigneeId, name: row.assignee } : null,
    unread: row.unread,
    updateSeen: row.unread === 0,
    lastSeq: row.lastSeq,
    createdAt: ticket.createdAt.toISOString(),
    updatedAt: ticket.updatedAt.toISOString(),
    version: ticket.version,
    can: {
      claim: canOnTicket(standing, "claim") && nextState(ticket.state, "claim") !== null,
      release: canOnTicket(standing, "release") && nextState(ticket.state, "release") !== null,
      reassign: canOnTicket(standing, "reassign") && open,
      reply: canOnTicket(standing, "reply"),
      note: canOnTicket(standing, "note"),
      markDone: canOnTicket(standing, "mark_done") && open,
      reopen: canOnTicket(standing, "reopen") && !open,
    },
  };
}
