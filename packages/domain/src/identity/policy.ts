import type { CourseRole } from "@atrium/db/schema/identity";

/** Weakest first (product rules, "Roles and rights"). */
const order: readonly CourseRole[] = ["student", "assistant", "teacher", "responsible"];

export const staffRoles = ["assistant", "teacher", "responsible"] as const satisfies CourseRole[];
export const leadRoles = ["teacher", "responsible"] as const satisfies CourseRole[];

/** The role that decides when a person holds several in one course. */
export function strongestRole(roles: readonly CourseRole[]): CourseRole | null {
  return order.findLast((role) => roles.includes(role)) ?? null;
}

export function isStaffRole(role: CourseRole | null): boolean {
  return role !== null && role !== "student";
}

export function isLeadRole(role: CourseRole | null): boolean {
  return role === "teacher" || role === "responsible";
}
