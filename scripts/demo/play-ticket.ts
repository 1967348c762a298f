import type { Database } from "@atrium/db/client";
import type { UserActor } from "@atrium/domain/kernel/actor";
import type { WriteCtx } from "@atrium/domain/kernel/context";
import { requireUser } from "@atrium/domain/kernel/guards";
import { derivedId } from "@atrium/domain/kernel/ids";
import { runWrite } from "@atrium/domain/kernel/transaction";
import { addNote } from "@atrium/domain/tickets/commands/add-note";
import { claimTicket } from "@atrium/domain/tickets/commands/claim-ticket";
import { markTicketDone } from "@atrium/domain/tickets/commands/mark-ticket-done";
import { openTicket } from "@atrium/domain/tickets/commands/open-ticket";
import { replyToTicket } from "@atrium/domain/tickets/commands/reply-to-ticket";
import { getTicket } from "@atrium/domain/tickets/queries";
import type { DemoStep, DemoTicket } from "./tickets.ts";

/** Opens a demo ticket and lets its steps happen, each at its time, unless it is there already. */
export async function playTicket(
  database: Database,
  ticket: DemoTicket,
  courseId: string,
  userIds: ReadonlyMap<string, string>,
  today: Date,
): Promise<void> {
  const as = <Result>(
    { by, ago }: { by: string; ago: number },
    command: (ctx: WriteCtx<UserActor>) => Promise<Result>,
  ) => {
    const who = { actorId: userIds.get(by) ?? null, now: new Date(today.getTime() - ago * 60_000) };
    return runWrite(database, who, (ctx) => {
      requireUser(ctx);
      return command(ctx);
    });
  };
  const opened = await as(ticket, async (ctx) => {
    const { id } = await openTicket(ctx, {
      courseId,
      subject: ticket.subject,
      message: ticket.text,
      clientKey: derivedId(`demo ticket ${ticket.key}`),
    });
    return getTicket(ctx, id);
  });
  // Later versions mean that the steps were played, and people may have gone on from there.
  if (opened.version > 1 || opened.lastSeq > 1) return;
  for (const [index, step] of ticket.steps.entries()) {
    const clientKey = derivedId(`demo ticket ${ticket.key} step ${index}`);
    await as(step, (ctx) => play(ctx, opened.id, step, clientKey));
  }
}

function play(
  ctx: WriteCtx<UserActor>,
  ticketId: string,
  step: DemoStep,
  clientKey: string,
): Promise<unknown> {
  switch (step.does) {
    case "claim":
      return claimTicket(ctx, { ticketId });
    case "done":
      return markTicketDone(ctx, { ticketId });
    case "reply":
      return replyToTicket(ctx, { ticketId, message: step.text, clientKey });
    case "note":
      return addNote(ctx, { ticketId, message: step.text, clientKey });
  }
}
