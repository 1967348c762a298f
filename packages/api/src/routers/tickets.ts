import { addNote } from "@atrium/domain/tickets/commands/add-note";
import { claimTicket } from "@atrium/domain/tickets/commands/claim-ticket";
import { markTicketDone } from "@atrium/domain/tickets/commands/mark-ticket-done";
import { markTicketSeen } from "@atrium/domain/tickets/commands/mark-ticket-seen";
import { openTicket } from "@atrium/domain/tickets/commands/open-ticket";
import { reassignTicket } from "@atrium/domain/tickets/commands/reassign-ticket";
import { releaseTicket } from "@atrium/domain/tickets/commands/release-ticket";
import { reopenTicket } from "@atrium/domain/tickets/commands/reopen-ticket";
import { replyToTicket } from "@atrium/domain/tickets/commands/reply-to-ticket";
import { countInbox, listInbox } from "@atrium/domain/tickets/inbox/queries";
import { findTicketHolder, getTicket, listMyTickets } from "@atrium/domain/tickets/queries";
import * as schema from "@atrium/domain/tickets/schema";
import {
  getTicketNote,
  getTicketPost,
  listTicketNotes,
  listTicketPosts,
  listTicketStaff,
} from "@atrium/domain/tickets/thread/queries";
import { z } from "zod";
import { authedMutation, authedProcedure, router } from "../trpc.ts";

const posts = z.object({ items: z.array(schema.ticketPostSchema) });
const notes = z.object({ items: z.array(schema.ticketNoteSchema) });
const staff = z.object({ items: z.array(schema.staffMemberSchema) });

/** A write on one ticket that answers with the ticket as it is afterwards. */
const ticketMutation = authedMutation.output(schema.ticketSchema);

export const ticketsRouter = router({
  open: ticketMutation.input(schema.openTicketInput).mutation(async ({ ctx, input }) => {
    const { id } = await ctx.write((write) => openTicket(write, input));
    // Read after the commit: the course's counter is locked until then.
    return ctx.read((read) => getTicket(read, id));
  }),
  listMine: authedProcedure
    .input(schema.listMineInput)
    .output(schema.ticketPageSchema)
    .query(({ ctx, input }) => ctx.read((read) => listMyTickets(read, input))),
  listInbox: authedProcedure
    .input(schema.listInboxInput)
    .output(schema.ticketPageSchema)
    .query(({ ctx, input }) => ctx.read((read) => listInbox(read, input))),
  countInbox: authedProcedure
    .input(schema.countInboxInput)
    .output(schema.inboxCountsSchema)
    .query(({ ctx, input }) => ctx.read((read) => countInbox(read, input))),
  get: authedProcedure
    .input(schema.ticketIdInput)
    .output(schema.ticketSchema)
    .query(({ ctx, input }) => ctx.read((read) => getTicket(read, input.ticketId))),
  listPosts: authedProcedure
    .input(schema.ticketIdInput)
    .output(posts)
    .query(({ ctx, input }) => ctx.read((read) => listTicketPosts(read, input))),
  listNotes: authedProcedure
    .input(schema.ticketIdInput)
    .output(notes)
    .query(({ ctx, input }) => ctx.read((read) => listTicketNotes(read, input))),
  listStaff: authedProcedure
    .input(schema.ticketIdInput)
    .output(staff)
    .query(({ ctx, input }) => ctx.read((read) => listTicketStaff(read, input))),
  getHolder: authedProcedure
    .input(schema.ticketIdInput)
    .output(schema.ticketHolderSchema)
    .query(({ ctx, input }) => ctx.read((read) => findTicketHolder(read, input.ticketId))),
  claim: ticketMutation.input(schema.ticketIdInput).mutation(({ ctx, input }) =>
    ctx.write(async (write) => {
      await claimTicket(write, input);
      return getTicket(write, input.ticketId);
    }),
  ),
  release: ticketMutation.input(schema.ticketIdInput).mutation(({ ctx, input }) =>
    ctx.write(async (write) => {
      await releaseTicket(write, input);
      return getTicket(write, input.ticketId);
    }),
  ),
  reassign: ticketMutation.input(schema.reassignInput).mutation(({ ctx, input }) =>
    ctx.write(async (write) => {
      await reassignTicket(write, input);
      return getTicket(write, input.ticketId);
    }),
  ),
  markDone: ticketMutation.input(schema.ticketIdInput).mutation(({ ctx, input }) =>
    ctx.write(async (write) => {
      await markTicketDone(write, input);
      return getTicket(write, input.ticketId);
    }),
  ),
  reopen: ticketMutation.input(schema.ticketIdInput).mutation(({ ctx, input }) =>
    ctx.write(async (write) => {
      await reopenTicket(write, input);
      return getTicket(write, input.ticketId);
    }),
  ),
  reply: authedMutation
    .input(schema.replyInput)
    .output(schema.ticketPostSchema)
    .mutation(({ ctx, input }) =>
      ctx.write(async (write) => {
        const post = await replyToTicket(write, input);
        return getTicketPost(write, input.ticketId, post.id);
      }),
    ),
  addNote: authedMutation
    .input(schema.addNoteInput)
    .output(schema.ticketNoteSchema)
    .mutation(({ ctx, input }) =>
      ctx.write(async (write) => {
        const note = await addNote(write, input);
        return getTicketNote(write, input.ticketId, note.id);
      }),
    ),
  markSeen: authedMutation
    .input(schema.markSeenInput)
    .output(z.object({ lastReadSeq: z.int() }))
    .mutation(({ ctx, input }) => ctx.write((write) => markTicketSeen(write, input))),
});
