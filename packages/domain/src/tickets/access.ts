import { type CourseRole, memberships } from "@atrium/db/schema/identity";
import { tickets } from "@atrium/db/schema/tickets";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import { lockCourseStaff } from "../identity/access.ts";
import { getOwnRoles } from "../identity/queries.ts";
import type { SystemActor, UserActor } from "../kernel/actor.ts";
import { type Authorized, markAuthorized } from "../kernel/authorized.ts";
import type { ReadCtx, WriteCtx } from "../kernel/context.ts";
import { type DomainError, kernelError } from "../kernel/errors.ts";
import { canOnTicket, canOpenTicket, standingTo, type TicketAction } from "./policy.ts";

// Locks are taken in this order, everywhere: the course's staff, the ticket, its thread.

export type TicketRow = typeof tickets.$inferSelect;
export type TicketWithRoles = TicketRow & { roles: CourseRole[] };

const actorRoles = (actorId: string) => sql<CourseRole[]>`array_to_json(array(
  select m.role from ${memberships} m where m.course_id = ${tickets.courseId} and m.user_id = ${actorId}))`;

function selectTicket(ctx: ReadCtx<UserActor>, ticketId: string) {
  return ctx.tx
    .select({ ticket: tickets, roles: actorRoles(ctx.actor.userId) })
    .from(tickets)
    .where(eq(tickets.id, ticketId));
}

/**
 * Loads a ticket and checks one right on it. Throws `not_found` when it does not exist or may not
 * be seen (or what `whenUnseen` knows better), `forbidden` when it may be seen but not acted on.
 */
export async function accessTicket<const Action extends TicketAction>(
  ctx: ReadCtx<UserActor>,
  ticketId: string,
  action: Action,
  whenUnseen?: () => Promise<DomainError | null>,
): Promise<Authorized<TicketWithRoles, Action>> {
  const [row] = await selectTicket(ctx, ticketId);
  const standing = row ? standingTo(ctx.actor, row.roles, row.ticket) : "stranger";
  if (!row || !canOnTicket(standing, "see")) {
    throw (await whenUnseen?.()) ?? kernelError("not_found");
  }
  if (!canOnTicket(standing, action)) throw kernelError("forbidden");
  return markAuthorized({ ...row.ticket, roles: row.roles });
}

/** The same, and holds the row until the transaction ends. */
export async function accessTicketLocked<const Action extends TicketAction>(
  ctx: WriteCtx<UserActor>,
  ticketId: string,
  action: Action,
): Promise<Authorized<TicketWithRoles, Action>> {
  await ctx.tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(eq(tickets.id, ticketId))
    .for("no key update");
  // Read after the lock is ours, so that it is what the last holder left.
  return accessTicket(ctx, ticketId, action);
}

/** The same, for what may give the ticket to somebody: nobody leaves the staff meanwhile. */
export async function accessTicketWithStaff<const Action extends TicketAction>(
  ctx: WriteCtx<UserActor>,
  ticketId: string,
  action: Action,
): Promise<Authorized<TicketWithRoles, Action>> {
  const { courseId } = await accessTicket(ctx, ticketId, action);
  await lockCourseStaff(ctx, courseId, "shared");
  return accessTicketLocked(ctx, ticketId, action);
}

/** Checks that the actor may ask in a course. Throws `not_found` where they are no member. */
export async function accessCourseToAsk(
  ctx: ReadCtx<UserActor>,
  courseId: string,
): Promise<Authorized<{ courseId: string }, "open">> {
  if (!canOpenTicket(await getOwnRoles(ctx, courseId))) throw kernelError("not_found");
  return markAuthorized({ courseId });
}

/** Unfinished tickets somebody has taken in a course, locked. Only the system asks for them. */
export async function accessClaims(
  ctx: WriteCtx<SystemActor>,
  claims: { courseId: string; userId: string },
): Promise<Authorized<TicketRow, "release">[]> {
  const rows = await ctx.tx
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.courseId, claims.courseId),
        eq(tickets.assigneeId, claims.userId),
        ne(tickets.state, "done"),
      ),
    )
    .orderBy(asc(tickets.id))
    .for("no key update");
  return rows.map((row) => markAuthorized(row));
}
