import type { CourseRole } from "@atrium/db/schema/identity";
import { isLeadRole, isStaffRole, strongestRole } from "../identity/policy.ts";
import type { UserActor } from "../kernel/actor.ts";

/** What a right may depend on. */
export interface TicketFacts {
  openerId: string;
  assigneeId: string | null;
}

/**
 * How the actor stands to one ticket. The opener comes first: staff have no staff rights on a
 * ticket they opened themselves.
 */
export type Standing = "opener" | "admin" | "lead" | "assistant" | "stranger";

export const ticketActions = [
  "see",
  "reply",
  "claim",
  "release",
  "reassign",
  "note",
  "mark_done",
  "reopen",
] as const;
export type TicketAction = (typeof ticketActions)[number];

export function standingTo(
  actor: UserActor,
  roles: readonly CourseRole[],
  ticket: TicketFacts,
): Standing {
  if (ticket.openerId === actor.userId) {
    // Who has left the course has left their tickets there, unless an admin sees everything anyway.
    return roles.length > 0 || actor.isAdmin ? "opener" : "stranger";
  }
  if (actor.isAdmin) return "admin";
  const role = strongestRole(roles);
  if (isLeadRole(role)) return "lead";
  const taken = ticket.assigneeId !== null && ticket.assigneeId !== actor.userId;
  return isStaffRole(role) && !taken ? "assistant" : "stranger";
}

const everyStaff: readonly Standing[] = ["admin", "lead", "assistant"];
const allowed: Record<TicketAction, readonly Standing[]> = {
  see: ["opener", ...everyStaff],
  reply: ["opener", ...everyStaff],
  claim: everyStaff,
  release: everyStaff,
  reassign: ["admin", "lead"],
  note: everyStaff,
  mark_done: everyStaff,
  reopen: everyStaff,
};

/** The rights table of the product rules, as one lookup. */
export function canOnTicket(standing: Standing, action: TicketAction): boolean {
  return allowed[action].includes(standing);
}

export function canOpenTicket(roles: readonly CourseRole[]): boolean {
  return roles.length > 0;
}
