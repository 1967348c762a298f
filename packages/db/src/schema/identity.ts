import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
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

export const courseRoles = ["student", "assistant", "teacher", "responsible"] as const;
export type CourseRole = (typeof courseRoles)[number];

export const users = pgTable(
  "users",
  {
    id: primaryId(),
    email: text("email").notNull(),
    firstName: text("first_name").notNull(),
    lastName: text("last_name").notNull(),
    locale: text("locale").notNull().default("en"),
    timeZone: text("time_zone").notNull().default("Europe/Helsinki"),
    isAdmin: boolean("is_admin").notNull().default(false),
    deactivatedAt: instant("deactivated_at"),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("users_email_key").on(sql`lower(${table.email})`)],
);

/** Apart from `users` so that reading a person never touches a hash. */
export const credentials = pgTable("credentials", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  passwordHash: text("password_hash").notNull(),
  updatedAt: instant("updated_at").notNull().default(sql`now()`),
});

export const courses = pgTable(
  "courses",
  {
    id: primaryId(),
    code: text("code").notNull(),
    term: text("term").notNull(),
    name: jsonb("name").$type<LocalizedText>().notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on").notNull(),
    previousCourseId: uuid("previous_course_id"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("courses_code_term_key").on(table.code, table.term),
    foreignKey({ columns: [table.previousCourseId], foreignColumns: [table.id] }),
    check("courses_dates_check", sql`starts_on <= ends_on`),
  ],
);

/** One row per role: a person who is student and assistant in one course has two. */
export const memberships = pgTable(
  "memberships",
  {
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    role: text("role", { enum: courseRoles }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.courseId, table.userId, table.role] }),
    index("memberships_user_id_idx").on(table.userId, table.courseId, table.role),
    check("memberships_role_check", oneOf("role", courseRoles)),
  ],
);

/** Personal and service access tokens for the REST door; only a SHA-256 of the secret is kept. */
export const accessTokens = pgTable(
  "access_tokens",
  {
    id: primaryId(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    secretHash: text("secret_hash").notNull(),
    scopes: text("scopes").array().notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("access_tokens_secret_hash_key").on(table.secretHash),
    index("access_tokens_user_id_idx").on(table.userId),
  ],
);

/** Highest ticket number given out per course: its own row, so that numbering never locks the course. */
export const ticketCounters = pgTable("ticket_counters", {
  courseId: uuid("course_id")
    .primaryKey()
    .references(() => courses.id),
  lastNumber: integer("last_number").notNull(),
});
