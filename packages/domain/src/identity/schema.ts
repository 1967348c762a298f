import { z } from "zod";
import { locales } from "../kernel/locale.ts";
import { typedLine } from "../kernel/text.ts";

export const courseRoleSchema = z.enum(["student", "assistant", "teacher", "responsible"]);

/** Trimmed and in lower case: addresses are compared without regard to case. */
const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

const passwordSchema = z.string().min(8).max(200);

export const signInInput = z.strictObject({
  email: z.string().trim().toLowerCase().max(254),
  // Longer than any password we set, short enough that hashing a hostile one costs nothing extra.
  password: z.string().max(200),
});

export const createUserInput = z.strictObject({
  email: emailSchema,
  firstName: typedLine(100),
  lastName: typedLine(100),
  password: passwordSchema,
  locale: z.enum(locales).default("en"),
});

export const setLocaleInput = z.strictObject({ locale: z.enum(locales) });

export const localizedTextSchema = z.record(z.string(), z.string());

export const createCourseInput = z.strictObject({
  code: typedLine(50),
  term: typedLine(50),
  name: localizedTextSchema,
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
});

export const courseRoleInput = z.strictObject({
  courseId: z.uuid(),
  userId: z.uuid(),
  role: courseRoleSchema,
});

export const personSchema = z.object({ id: z.string(), name: z.string() });

export const courseOfPersonSchema = z.object({
  courseId: z.string(),
  code: z.string(),
  term: z.string(),
  name: localizedTextSchema,
  /** The strongest of the roles. */
  role: courseRoleSchema,
  roles: z.array(courseRoleSchema),
});

export const meSchema = z.object({
  id: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  locale: z.enum(locales),
  timeZone: z.string(),
  isAdmin: z.boolean(),
  /** Staff of at least one course, or admin: has an inbox. */
  isStaff: z.boolean(),
  courses: z.array(courseOfPersonSchema),
});

export const tokenScopes = [
  "tickets:read",
  "tickets:write",
  "messages:read",
  "messages:write",
  "events:read",
  "events:write",
  "orders:write",
  "checkin:write",
  "admin",
] as const;

export const createAccessTokenInput = z.strictObject({
  userId: z.uuid(),
  scopes: z.array(z.enum(tokenScopes)).min(1),
  expiresAt: z.date(),
});
