import { ticketNotes } from "@atrium/db/schema/tickets";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { UserActor } from "../../kernel/actor.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import { newId } from "../../kernel/ids.ts";
import { RetryTransaction } from "../../kernel/transaction.ts";
import { threadError } from "../../threads/errors.ts";
import { accessTicket } from "../access.ts";
import type { addNoteInput } from "../schema.ts";

type StoredNote = typeof ticketNotes.$inferSelect;

/** Writes an internal note: staff only, no mail, no state change. Client key as for replies. */
export async function addNote(
  ctx: WriteCtx<UserActor>,
  input: z.output<typeof addNoteInput>,
): Promise<StoredNote> {
  const ticket = await accessTicket(ctx, input.ticketId, "note");
  const [earlier] = await ctx.tx
    .select()
    .from(ticketNotes)
    .where(
      and(eq(ticketNotes.authorId, ctx.actor.userId), eq(ticketNotes.clientKey, input.clientKey)),
    );
  if (earlier) {
    const same = earlier.ticketId === ticket.id && earlier.body === input.message;
    if (!same) throw threadError("threads.client_key_reused");
    return earlier;
  }
  const [note] = await ctx.tx
    .insert(ticketNotes)
    .values({
      id: newId(),
      ticketId: ticket.id,
      authorId: ctx.actor.userId,
      body: input.message,
      clientKey: input.clientKey,
      createdAt: ctx.now,
    })
    .onConflictDoNothing({ target: [ticketNotes.authorId, ticketNotes.clientKey] })
    .returning();
  if (!note) throw new RetryTransaction(threadError("threads.client_key_reused"));
  const about = { ticketId: ticket.id, courseId: ticket.courseId, openerId: ticket.openerId };
  ctx.audit({
    action: "ticket.note_added",
    subjectType: "ticket",
    subjectId: ticket.id,
    courseId: ticket.courseId,
    details: { noteId: note.id },
  });
  ctx.changed({ type: "ticket", ...about, staffOnly: true });
  return note;
}
