import { runWrite } from "@atrium/domain/kernel/transaction";
import {
  beginNextDelivery,
  type Delivery,
  type NextDelivery,
} from "@atrium/domain/notifications/commands/begin-next-delivery";
import {
  type Outcome,
  settleDelivery,
} from "@atrium/domain/notifications/commands/settle-delivery";
import { sendThreadMailJob } from "@atrium/domain/notifications/jobs";
import { getTicketMailFacts, type TicketMailFacts } from "@atrium/domain/tickets/mail/queries";
import { ExponentialBackoff, handleAll, retry } from "cockatiel";
import { MailError } from "../../mail/mail-error.ts";
import { composeTicketMail } from "../../mail/ticket-mail.ts";
import { describeFailure } from "../../runner/job-failure.ts";
import type { Task, TaskRun } from "../../runner/task.ts";
import type { TaskTools } from "../tools.ts";

// How a send ended is known here and nowhere else: a database that is away for some seconds must not
// make it unknown, or the mail would go out again. Well within what the lease leaves.
const stubbornly = retry(handleAll, {
  maxAttempts: 8,
  backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 5_000 }),
});

type Next = Exclude<NextDelivery, { step: "send" }> | ToSend;
interface ToSend {
  step: "send";
  delivery: Delivery;
  /** Null when the recipient may no longer see the thread. */
  facts: TicketMailFacts | null;
}

/**
 * Sends what one person has not been sent of one thread, in order. Between the transaction that
 * takes a delivery and the one that settles it, nothing is held open.
 */
export function sendThreadMailTask(tools: TaskTools): Task<typeof sendThreadMailJob> {
  return {
    contract: sendThreadMailJob,
    limitSeconds: 600,
    async run(pair, run) {
      for (;;) {
        if (run.signal.aborted) return run.again();
        const next = await takeNext(tools, pair, run);
        if (next.step === "none") return;
        if (next.step === "wait") return run.again(next.leaseExpiresAt);
        const outcome = await deliver(tools, next, run);
        if (outcome === "uncertain") return run.again(next.delivery.leaseExpiresAt ?? undefined);
      }
    },
  };
}

function takeNext(
  { database }: TaskTools,
  pair: { threadId: string; recipientId: string },
  { who }: TaskRun,
): Promise<Next> {
  return runWrite(database, who, async (ctx) => {
    const next = await beginNextDelivery(ctx, pair);
    if (next.step !== "send") return next;
    const { postId, recipientId } = next.delivery;
    return { ...next, facts: await getTicketMailFacts(ctx, { postId, recipientId }) };
  });
}

/** Sends one mail and records how it ended. Throws what makes the job try again later. */
async function deliver(
  tools: TaskTools,
  { delivery, facts }: ToSend,
  run: TaskRun,
): Promise<"settled" | "uncertain"> {
  const settle = (outcome: Outcome) =>
    stubbornly.execute(() =>
      runWrite(tools.database, run.who, (ctx) => settleDelivery(ctx, { delivery, outcome })),
    );
  if (!facts) {
    await settle({ state: "dropped", failure: "recipient_may_not_see" });
    return "settled";
  }
  try {
    await tools.mail.send(await composeTicketMail(delivery, facts, tools.sender));
  } catch (error) {
    const { summary } = describeFailure(error);
    run.log.warn({ deliveryId: delivery.id, failure: summary }, "mail not sent");
    // It may have arrived. Only the lease tells when it is safe to try once more.
    if (error instanceof MailError && error.failure === "uncertain") return "uncertain";
    const final = run.lastAttempt || (error instanceof MailError && error.failure === "refused");
    await settle(final ? { state: "failed", failure: summary } : { state: "queued" });
    if (!final) throw error;
    return "settled";
  }
  await settle({ state: "sent" });
  run.log.info({ deliveryId: delivery.id }, "mail sent");
  return "settled";
}
