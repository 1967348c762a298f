import { z } from "zod";
import { courseRoleSchema, localizedTextSchema, personSchema } from "../identity/schema.ts";
import { pageInput } from "../kernel/page.ts";
import { typedLine } from "../kernel/text.ts";
import { clientKeySchema, languageSchema, messageSchema } from "../threads/schema.ts";

export const SUBJECT_MAX_LENGTH = 120;

export const ticketStateSchema = z.enum(["pending", "processing", "waiting", "delayed", "done"]);

export const openTicketInput = z.strictObject({
  courseId: z.uuid(),
  subject: typedLine(SUBJECT_MAX_LENGTH),
  message: messageSchema,
  language: languageSchema.optional(),
  clientKey: clientKeySchema,
});

export const ticketIdInput = z.strictObject({ ticketId: z.uuid() });

export const reassignInput = z.strictObject({ ticketId: z.uuid(), assigneeId: z.uuid() });

export const replyInput = z.strictObject({
  ticketId: z.uuid(),
  message: messageSchema,
  language: languageSchema.optional(),
  clientKey: clientKeySchema,
});

export const addNoteInput = replyInput.omit({ language: true });

export const markSeenInput = z.strictObject({
  ticketId: z.uuid(),
  upToSeq: z.int().min(0).max(2_147_483_647),
});

export const listMineInput = pageInput;

export const inboxViewSchema = z.enum(["waiting_for_staff", "mine", "waiting_for_student", "done"]);

export const listInboxInput = pageInput.extend({
  view: inboxViewSchema,
  courseId: z.uuid().optional(),
});

export const countInboxInput = z.strictObject({ courseId: z.uuid().optional() });

export const ticketSchema = z.object({
  id: z.string(),
  number: z.int(),
  courseId: z.string(),
  course: z.object({ code: z.string(), term: z.string(), name: localizedTextSchema }),
  subject: z.string(),
  state: ticketStateSchema,
  language: z.string(),
  opener: personSchema,
  assignee: personSchema.nullable(),
  /** Posts by others after the reader's read mark. */
  unread: z.int(),
  updateSeen: z.boolean(),
  lastSeq: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.int(),
  can: z.object({
    claim: z.boolean(),
    release: z.boolean(),
    reassign: z.boolean(),
    reply: z.boolean(),
    note: z.boolean(),
    markDone: z.boolean(),
    reopen: z.boolean(),
  }),
});
export type Ticket = z.infer<typeof ticketSchema>;

export const ticketPageSchema = z.object({
  items: z.array(ticketSchema),
  nextCursor: z.string().nullable(),
});

export const ticketEventSchema = z.object({
  type: z.enum(["opened", "claimed", "released", "reassigned", "waiting", "done", "reopened"]),
  assignee: personSchema.optional(),
});

export const ticketPostSchema = z.object({
  id: z.string(),
  seq: z.int(),
  kind: z.enum(["post", "event"]),
  author: personSchema.nullable(),
  authorIsStaff: z.boolean(),
  mine: z.boolean(),
  content: localizedTextSchema,
  html: localizedTextSchema,
  language: z.string().nullable(),
  event: ticketEventSchema.nullable(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
});
export type TicketPost = z.infer<typeof ticketPostSchema>;

export const ticketNoteSchema = z.object({
  id: z.string(),
  author: personSchema,
  mine: z.boolean(),
  message: z.string(),
  html: z.string(),
  createdAt: z.string(),
});
export type TicketNote = z.infer<typeof ticketNoteSchema>;

export const inboxCountsSchema = z.object({
  views: z.record(inboxViewSchema, z.int()),
  courses: z.array(
    z.object({
      courseId: z.string(),
      code: z.string(),
      term: z.string(),
      name: localizedTextSchema,
      waiting: z.int(),
    }),
  ),
});

export const ticketHolderSchema = personSchema.nullable();

export const staffMemberSchema = personSchema.extend({ role: courseRoleSchema });
