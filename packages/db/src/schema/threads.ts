import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, type LocalizedText, oneOf, primaryId } from "./columns.ts";
import { courseRoles, courses, users } from "./identity.ts";
import { actorCourses, actorId, appMay, workerMayDoAll } from "./policies.ts";

export const threadKinds = ["ticket", "chat"] as const;
export const postKinds = ["post", "event"] as const;

// A thread is visible through the thing it belongs to; the sub-select is itself under row-level
// security, so the rule of tickets is written once.
const visibleThread = sql`exists (select 1 from tickets t where t.thread_id = threads.id)`;
const threadOfVisibleTicket = (table: string) =>
  sql.raw(`exists (select 1 from tickets t where t.thread_id = ${table}.thread_id)`);

export const threads = pgTable(
  "threads",
  {
    id: primaryId(),
    kind: text("kind", { enum: threadKinds }).notNull(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id),
    lastSeq: integer("last_seq").notNull().default(0),
    createdAt: createdAt(),
  },
  () => [
    check("threads_kind_check", oneOf("kind", threadKinds)),
    appMay("threads", "select", { using: visibleThread }),
    // A thread is written just before its ticket, so there is nothing yet to be visible through.
    appMay("threads", "insert", { withCheck: sql`course_id in ${actorCourses(courseRoles)}` }),
    appMay("threads", "update", { using: visibleThread }),
    workerMayDoAll("threads"),
  ],
);

export const posts = pgTable(
  "posts",
  {
    id: primaryId(),
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    seq: integer("seq").notNull(),
    kind: text("kind", { enum: postKinds }).notNull(),
    authorId: uuid("author_id").references(() => users.id),
    content: jsonb("content").$type<LocalizedText>(),
    language: text("language"),
    event: jsonb("event").$type<{ type: string } & Record<string, unknown>>(),
    clientKey: uuid("client_key"),
    /** Others are still to be told of it. The job that tells them goes by this, in order of `seq`. */
    awaitsNotice: boolean("awaits_notice").notNull().default(false),
    createdAt: createdAt(),
    editedAt: instant("edited_at"),
  },
  (table) => [
    uniqueIndex("posts_thread_id_seq_key").on(table.threadId, table.seq),
    index("posts_awaits_notice_idx").on(table.threadId, table.seq).where(sql`awaits_notice`),
    uniqueIndex("posts_author_id_client_key_key")
      .on(table.authorId, table.clientKey)
      .where(sql`client_key is not null`),
    check("posts_kind_check", oneOf("kind", postKinds)),
    check(
      "posts_body_check",
      sql`case kind when 'post' then content is not null and language is not null and author_id is not null and event is null else event is not null and content is null end`,
    ),
    appMay("posts", "select", { using: threadOfVisibleTicket("posts") }),
    appMay("posts", "insert", {
      withCheck: sql`${threadOfVisibleTicket("posts")} and author_id = ${actorId}`,
    }),
    workerMayDoAll("posts"),
  ],
);

/** How far a person has read a thread. Unread counts are derived from it, never stored. */
export const threadReads = pgTable(
  "thread_reads",
  {
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    lastReadSeq: integer("last_read_seq").notNull(),
    updatedAt: instant("updated_at").notNull().default(sql`now()`),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.threadId] }),
    index("thread_reads_thread_id_idx").on(table.threadId),
    appMay("thread_reads", "select", { using: sql`user_id = ${actorId}` }),
    appMay("thread_reads", "insert", {
      withCheck: sql`user_id = ${actorId} and ${threadOfVisibleTicket("thread_reads")}`,
    }),
    appMay("thread_reads", "update", { using: sql`user_id = ${actorId}` }),
    workerMayDoAll("thread_reads"),
  ],
);
