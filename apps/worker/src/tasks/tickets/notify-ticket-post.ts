import { runWrite } from "@atrium/domain/kernel/transaction";
import { recordDeliveries } from "@atrium/domain/notifications/commands/record-deliveries";
import { notifyTicketPostJob } from "@atrium/domain/tickets/jobs";
import { getPostAudience } from "@atrium/domain/tickets/mail/queries";
import type { Task } from "../../runner/task.ts";
import type { TaskTools } from "../tools.ts";

/** One delivery, and the job that sends it, for everybody who is to be told of a post. */
export function notifyTicketPostTask({ database }: TaskTools): Task<typeof notifyTicketPostJob> {
  return {
    contract: notifyTicketPostJob,
    limitSeconds: 30,
    async run({ postId }, { who }) {
      await runWrite(database, who, async (ctx) => {
        const audience = await getPostAudience(ctx, postId);
        if (audience) await recordDeliveries(ctx, { kind: "ticket_post", ...audience });
      });
    },
  };
}
