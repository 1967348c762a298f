import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, primaryId } from "./columns.ts";

/**
 * Who did what to what, written in the transaction that did it. Actor and subject carry no foreign
 * key: the trail outlives what it speaks of. Details hold ids and states, never content.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: primaryId(),
    at: instant("at").notNull().default(sql`now()`),
    actorId: uuid("actor_id"),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: uuid("subject_id").notNull(),
    courseId: uuid("course_id"),
    details: jsonb("details").$type<Record<string, unknown>>().notNull(),
    requestId: text("request_id"),
  },
  (table) => [
    index("audit_events_subject_idx").on(table.subjectType, table.subjectId, table.id),
    index("audit_events_actor_id_idx").on(table.actorId, table.id),
  ],
);

/** Proof of life of each worker; the database's clock is the only one that counts. */
export const workerHeartbeats = pgTable("worker_heartbeats", {
  workerId: text("worker_id").primaryKey(),
  seenAt: instant("seen_at").notNull().default(sql`now()`),
});
