import { type CourseRole, memberships } from "@atrium/db/schema/identity";
import { tickets } from "@atrium/db/schema/tickets";
import { eq, sql } from "drizzle-orm";
import type { UserActor } from "../kernel/actor.ts";
import { type Authorized, markAuthorized } from "../kernel/authorized.ts";
import type { ReadCtx, WriteCtx } from "../kernel/context.ts";
import { kernelError } from "../kernel/errors.ts";
import { canOnTicket, standingTo, type TicketAction } from "./policy.ts";

export type TicketRow = typeof tickets.$inferSelect;
export type TicketWithRoles = TicketRow & { roles: CourseRole[] };

const actorRoles = (actorId: string) => sql<CourseRole[]>`array_to_json(array(
  select m.role from ${memberships} m where m.course_id = ${tickets.courseId} and m.user_id = ${actorId}))`;

/**
 * Loads a ticket and checks one right on it. Throws `not_found` when it does not exist or may not
 * be seen, `forbidden` when it may be seen but not acted on.
 */
export async function accessTicket<const Action extends TicketAction>(
  ctx: ReadCtx<UserActor>,
  ticketId: string,
  action: Action,
): Promise<Authorized<TicketWithRoles, Action>> {
  const rows = await ctx.tx
    .select({ ticket: tickets, roles: actorRoles(ctx.actor.userId) })
    .from(tickets)
    .where(eq(tickets.id, ticketId));
  return authorize(ctx.actor, rows[0], action);
}

/** The same, and holds the row until the transaction ends. Locks go ticket first, then thread. */
export async function accessTicketLocked<const Action extends TicketAction>(
  ctx: WriteCtx<UserActor>,
  ticketId: string,
  action: Action,
): Promise<Authorized<TicketWithRoles, Action>> {
  const rows = await ctx.tx
    .select({ ticket: tickets, roles: actorRoles(ctx.actor.userId) })
    .from(tickets)
    .where(eq(tickets.id, ticketId))
    .for("no key update", { of: tickets });
  return authorize(ctx.actor, rows[0], action);
}

function authorize<const Action extends TicketAction>(
  actor: UserActor,
  row: { ticket: TicketRow; roles: CourseRole[] } | undefined,
  action: Action,
): Authorized<TicketWithRoles, Action> {
  if (!row) throw kernelError("not_found");
  const standing = standingTo(actor, row.roles, row.ticket);
  if (!canOnTicket(standing, "see")) throw kernelError("not_found");
  if (!canOnTicket(standing, action)) throw kernelError("forbidden");
  return markAuthorized({ ...row.ticket, roles: row.roles });
}
