import { memberships, users } from "@atrium/db/schema/identity";
import type { posts } from "@atrium/db/schema/threads";
import { ticketNotes } from "@atrium/db/schema/tickets";
import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { staffRoles, strongestRole } from "../../identity/policy.ts";
import type { UserActor } from "../../kernel/actor.ts";
import type { ReadCtx } from "../../kernel/context.ts";
import { kernelError } from "../../kernel/errors.ts";
import { renderMarkdown } from "../../kernel/markdown.ts";
import { listThreadPosts } from "../../threads/queries.ts";
import { accessTicket, type TicketRow } from "../access.ts";
import { canOnTicket, standingTo } from "../policy.ts";
import { type TicketNote, type TicketPost, ticketEventSchema } from "../schema.ts";

const fullName = sql<string>`concat_ws(' ', ${users.firstName}, ${users.lastName})`;

/** The thread of a ticket as its readers see it: posts and events in order, no internal notes. */
export async function listTicketPosts(
  ctx: ReadCtx<UserActor>,
  input: { ticketId: string },
): Promise<{ items: TicketPost[] }> {
  const ticket = await accessTicket(ctx, input.ticketId, "see");
  const rows = await listThreadPosts(ctx, ticket.threadId);
  const assignees = await namesOf(
    ctx,
    rows.map((row) => row.post.event?.assigneeId),
  );
  return {
    items: rows.map((row) => presentPost(ctx.actor, ticket, row.post, row.authorName, assignees)),
  };
}

/** Internal notes, oldest first. For anybody but staff they do not exist: `not_found`. */
export async function listTicketNotes(
  ctx: ReadCtx<UserActor>,
  input: { ticketId: string },
): Promise<{ items: TicketNote[] }> {
  const ticket = await accessTicket(ctx, input.ticketId, "see");
  if (!canOnTicket(standingTo(ctx.actor, ticket.roles, ticket), "note")) {
    throw kernelError("not_found");
  }
  const rows = await selectNotes(ctx, ticket.id);
  return { items: rows.map(({ note, authorName }) => presentNote(ctx.actor, note, authorName)) };
}

/** Who a ticket can be handed to: the course's staff but its opener, by name. */
export async function listTicketStaff(ctx: ReadCtx<UserActor>, input: { ticketId: string }) {
  const ticket = await accessTicket(ctx, input.ticketId, "reassign");
  const rows = await ctx.tx
    .select({
      id: users.id,
      name: fullName,
      roles: sql<(typeof staffRoles)[number][]>`json_agg(${memberships.role})`,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.courseId, ticket.courseId),
        inArray(memberships.role, staffRoles),
        ne(users.id, ticket.openerId),
        isNull(users.deactivatedAt),
      ),
    )
    .groupBy(users.id)
    .orderBy(asc(users.lastName), asc(users.firstName));
  return {
    items: rows.map(({ id, name, roles }) => ({
      id,
      name,
      role: strongestRole(roles) ?? ("assistant" as const),
    })),
  };
}

/** One post as `listTicketPosts` shows it, for the answer to the one who just wrote it. */
export async function getTicketPost(
  ctx: ReadCtx<UserActor>,
  ticketId: string,
  postId: string,
): Promise<TicketPost> {
  const ticket = await accessTicket(ctx, ticketId, "see");
  const [row] = await listThreadPosts(ctx, ticket.threadId, postId);
  if (!row) throw kernelError("not_found");
  return presentPost(ctx.actor, ticket, row.post, row.authorName, new Map());
}

/** One note as `listTicketNotes` shows it. */
export async function getTicketNote(
  ctx: ReadCtx<UserActor>,
  ticketId: string,
  noteId: string,
): Promise<TicketNote> {
  const ticket = await accessTicket(ctx, ticketId, "note");
  const [row] = await selectNotes(ctx, ticket.id, noteId);
  if (!row) throw kernelError("not_found");
  return presentNote(ctx.actor, row.note, row.authorName);
}

function selectNotes(ctx: ReadCtx<UserActor>, ticketId: string, noteId?: string) {
  return ctx.tx
    .select({ note: ticketNotes, authorName: fullName })
    .from(ticketNotes)
    .innerJoin(users, eq(users.id, ticketNotes.authorId))
    .where(and(eq(ticketNotes.ticketId, ticketId), noteId ? eq(ticketNotes.id, noteId) : undefined))
    .orderBy(asc(ticketNotes.id));
}

function presentNote(
  actor: UserActor,
  note: typeof ticketNotes.$inferSelect,
  authorName: string,
): TicketNote {
  return {
    id: note.id,
    author: { id: note.authorId, name: authorName },
    mine: note.authorId === actor.userId,
    message: note.body,
    html: renderMarkdown(note.body),
    createdAt: note.createdAt.toISOString(),
  };
}

type Post = typeof posts.$inferSelect;

function presentPost(
  actor: UserActor,
  ticket: TicketRow,
  post: Post,
  authorName: string | null,
  assignees: ReadonlyMap<string, string>,
): TicketPost {
  const content = post.content ?? {};
  const html = Object.entries(content).map(([lang, text]) => [lang, renderMarkdown(text)] as const);
  return {
    id: post.id,
    seq: post.seq,
    kind: post.kind,
    author: post.authorId ? { id: post.authorId, name: authorName ?? "" } : null,
    authorIsStaff: post.authorId !== ticket.openerId,
    mine: post.authorId === actor.userId,
    content,
    html: Object.fromEntries(html),
    language: post.language,
    event: post.event ? presentEvent(post.event, assignees) : null,
    createdAt: post.createdAt.toISOString(),
    editedAt: post.editedAt?.toISOString() ?? null,
  };
}

function presentEvent(event: NonNullable<Post["event"]>, names: ReadonlyMap<string, string>) {
  const id = typeof event.assigneeId === "string" ? event.assigneeId : undefined;
  const assignee = id === undefined ? undefined : { id, name: names.get(id) ?? "" };
  return ticketEventSchema.parse({ type: event.type, assignee });
}

async function namesOf(ctx: ReadCtx, ids: readonly unknown[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === "string"))];
  if (wanted.length === 0) return new Map();
  const rows = await ctx.tx
    .select({ id: users.id, name: fullName })
    .from(users)
    .where(inArray(users.id, wanted));
  return new Map(rows.map((row) => [row.id, row.name]));
}
