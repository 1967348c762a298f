import { runWrite } from "@atrium/domain/kernel/transaction";
import { recordDeliveries } from "@atrium/domain/notifications/commands/record-deliveries";
import { notifyTicketPostJob } from "@atrium/domain/tickets/jobs";
import { takeAwaitedPosts } from "@atrium/domain/tickets/mail/commands/take-awaited-posts";
import type { Task } from "../../runner/task.ts";
import type { TaskTools } from "../tools.ts";

/** One delivery, and the job that sends it, for everybody who is to be told of a post. */
export function notifyTicketPostTask({ database }: TaskTools): Task<typeof notifyTicketPostJob> {
  return {
    contract: notifyTicketPostJob,
    limitSeconds: 30,
    async run({ postId }, { who }) {
      await runWrite(database, who, async (ctx) => {
        for (const audience of await takeAwaitedPosts(ctx, { postId })) {
          await recordDeliveries(ctx, { kind: "ticket_post", ...audience });
        }
      });
    },
  };
}
