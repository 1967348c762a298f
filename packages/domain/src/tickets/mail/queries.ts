import { courses, memberships, users } from "@atrium/db/schema/identity";
import { posts } from "@atrium/db/schema/threads";
import { tickets } from "@atrium/db/schema/tickets";
import { and, asc, eq, isNull, lte, ne, or, sql } from "drizzle-orm";
import { staffRoles } from "../../identity/policy.ts";
import { displayName } from "../../identity/rules.ts";
import type { ReadCtx } from "../../kernel/context.ts";
import { type Locale, toLocale } from "../../kernel/locale.ts";

export interface PostAudience {
  threadId: string;
  postId: string;
  seq: number;
  recipientIds: string[];
}

const isStaffOfCourse = sql`exists (
  select 1 from ${memberships} m
  where m.course_id = ${tickets.courseId} and m.user_id = ${users.id} and m.role in ${staffRoles})`;
const isMemberOfCourse = sql`exists (
  select 1 from ${memberships} m
  where m.course_id = ${tickets.courseId} and m.user_id = ${users.id})`;

/** Opener while in the course, assignee while on its staff; nobody whose account is closed. */
const mayBeTold = and(
  isNull(users.deactivatedAt),
  or(
    and(eq(users.id, tickets.openerId), or(isMemberOfCourse, users.isAdmin)),
    and(eq(users.id, tickets.assigneeId), or(isStaffOfCourse, users.isAdmin)),
  ),
);

/**
 * Whom to mail about each post in a thread, up to one post, that nobody has been told of yet: the
 * opener and the assignee, without the author, without anybody who may no longer see it. Oldest
 * first. Run by the system, which holds the thread meanwhile.
 */
export async function listAwaitedAudiences(
  ctx: ReadCtx,
  thread: { threadId: string; upToSeq: number },
): Promise<PostAudience[]> {
  const rows = await ctx.tx
    .select({ postId: posts.id, seq: posts.seq, recipientId: users.id })
    .from(posts)
    .innerJoin(tickets, eq(tickets.threadId, posts.threadId))
    .leftJoin(
      users,
      and(
        or(eq(users.id, tickets.openerId), eq(users.id, tickets.assigneeId)),
        ne(users.id, posts.authorId),
        mayBeTold,
      ),
    )
    .where(
      and(eq(posts.threadId, thread.threadId), posts.awaitsNotice, lte(posts.seq, thread.upToSeq)),
    )
    .orderBy(asc(posts.seq));
  const audiences = new Map<string, PostAudience>();
  for (const { postId, seq, recipientId } of rows) {
    const known = audiences.get(postId);
    const audience = known ?? { threadId: thread.threadId, postId, seq, recipientIds: [] };
    if (recipientId !== null) audience.recipientIds.push(recipientId);
    audiences.set(postId, audience);
  }
  return [...audiences.values()];
}

export interface TicketMailFacts {
  recipient: { name: string; email: string; locale: Locale };
  ticket: { id: string; number: number; subject: string; courseCode: string; term: string };
  author: { name: string };
  /** The post as written, and the language it was written in. */
  message: { text: string; language: string };
  recipientIsOpener: boolean;
}

/** What a mail about a post says, or null when the recipient may no longer be told. */
export async function getTicketMailFacts(
  ctx: ReadCtx,
  input: { postId: string; recipientId: string },
): Promise<TicketMailFacts | null> {
  const [row] = await ctx.tx
    .select({ ticket: tickets, post: posts, course: courses, recipient: users })
    .from(posts)
    .innerJoin(tickets, eq(tickets.threadId, posts.threadId))
    .innerJoin(courses, eq(courses.id, tickets.courseId))
    .innerJoin(users, eq(users.id, input.recipientId))
    .where(and(eq(posts.id, input.postId), eq(posts.kind, "post"), mayBeTold));
  if (!row) return null;
  const { ticket, post, course, recipient } = row;
  const [author] = await ctx.tx
    .select({ firstName: users.firstName, lastName: users.lastName })
    .from(users)
    .where(eq(users.id, post.authorId ?? ""));
  const [language = "en", text = ""] = Object.entries(post.content ?? {})[0] ?? [];
  return {
    recipient: {
      name: displayName(recipient),
      email: recipient.email,
      locale: toLocale(recipient.locale),
    },
    ticket: {
      id: ticket.id,
      number: ticket.number,
      subject: ticket.subject,
      courseCode: course.code,
      term: course.term,
    },
    author: { name: author ? displayName(author) : "" },
    message: { text, language },
    recipientIsOpener: recipient.id === ticket.openerId,
  };
}
