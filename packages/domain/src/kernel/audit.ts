/** One line of the audit trail. Details hold ids and states, never what people wrote. */
export interface AuditEntry {
  /** Noun and past verb, such as `ticket.claimed`. */
  action: string;
  subjectType: "ticket" | "user" | "course" | "access_token";
  subjectId: string;
  courseId?: string;
  details?: Record<string, unknown>;
}
