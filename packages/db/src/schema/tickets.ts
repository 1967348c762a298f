import { type SQL, sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, oneOf, primaryId } from "./columns.ts";
import { courseRoles, courses, users } from "./identity.ts";
import { actorCourses, actorId, actorIsAdmin, appMay, workerMayDoAll } from "./policies.ts";
import { threads } from "./threads.ts";

export const ticketStates = ["pending", "processing", "waiting", "delayed", "done"] as const;
export type TicketState = (typeof ticketStates)[number];

const leadRoles = ["teacher", "responsible"] as const;
const staffRoles = ["assistant", ...leadRoles] as const;

// Who sees a ticket (product rules, "see ticket"): admins all; members their own; teachers all of
// the course; assistants what nobody has taken or they took themselves.
const visibleToActor: SQL = sql`(
  ${actorIsAdmin}
  or (opener_id = ${actorId} and course_id in ${actorCourses(courseRoles)})
  or course_id in ${actorCourses(leadRoles)}
  or ((assignee_id is null or assignee_id = ${actorId}) and course_id in ${actorCourses(staffRoles)})
)`;

export const tickets = pgTable(
  "tickets",
  {
    id: primaryId(),
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id),
    number: integer("number").notNull(),
    subject: text("subject").notNull(),
    state: text("state", { enum: ticketStates }).notNull().default("pending"),
    openerId: uuid("opener_id")
      .notNull()
      .references(() => users.id),
    assigneeId: uuid("assignee_id").references(() => users.id),
    language: text("language").notNull(),
    clientKey: uuid("client_key").notNull(),
    doneAt: instant("done_at"),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().default(sql`now()`),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    uniqueIndex("tickets_thread_id_key").on(table.threadId),
    uniqueIndex("tickets_course_id_number_key").on(table.courseId, table.number),
    uniqueIndex("tickets_opener_id_client_key_key").on(table.openerId, table.clientKey),
    index("tickets_opener_id_idx").on(table.openerId, table.updatedAt.desc(), table.id.desc()),
    index("tickets_course_state_idx").on(
      table.courseId,
      table.state,
      table.updatedAt.desc(),
      table.id.desc(),
    ),
    index("tickets_assignee_id_idx").on(
      table.assigneeId,
      table.state,
      table.updatedAt.desc(),
      table.id.desc(),
    ),
    check("tickets_state_check", oneOf("state", ticketStates)),
    check(
      "tickets_assignee_check",
      sql`case state when 'pending' then assignee_id is null when 'done' then true else assignee_id is not null end`,
    ),
    appMay("tickets", "select", { using: visibleToActor }),
    appMay("tickets", "insert", {
      withCheck: sql`opener_id = ${actorId} and assignee_id is null and state = 'pending' and course_id in ${actorCourses(courseRoles)}`,
    }),
    appMay("tickets", "update", { using: visibleToActor }),
    workerMayDoAll("tickets"),
  ],
);

// Notes are for staff; staff who opened the ticket themselves are its student here.
const noteVisible: SQL = sql`exists (
  select 1 from tickets t
  where t.id = ticket_notes.ticket_id and t.opener_id <> ${actorId}
    and (${actorIsAdmin} or t.course_id in ${actorCourses(staffRoles)})
)`;

/** Internal notes: a table of their own, so that no query over posts can ever return one. */
export const ticketNotes = pgTable(
  "ticket_notes",
  {
    id: primaryId(),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    authorId: uuid("author_id")
      .notNull()
      .references(() => users.id),
    body: text("body").notNull(),
    clientKey: uuid("client_key").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("ticket_notes_ticket_id_idx").on(table.ticketId, table.id),
    uniqueIndex("ticket_notes_author_id_client_key_key").on(table.authorId, table.clientKey),
    appMay("ticket_notes", "select", { using: noteVisible }),
    appMay("ticket_notes", "insert", {
      withCheck: sql`author_id = ${actorId} and ${noteVisible}`,
    }),
    workerMayDoAll("ticket_notes"),
  ],
);
