import { releaseClaimsJob } from "@atrium/domain/identity/jobs";
import { runWrite } from "@atrium/domain/kernel/transaction";
import { releaseClaims } from "@atrium/domain/tickets/commands/release-claims";
import type { Task } from "../../runner/task.ts";
import type { TaskTools } from "../tools.ts";

/** Gives back the tickets of somebody who is no longer staff of the course. */
export function releaseClaimsTask({ database }: TaskTools): Task<typeof releaseClaimsJob> {
  return {
    contract: releaseClaimsJob,
    limitSeconds: 30,
    async run(input, { who }) {
      await runWrite(database, who, (ctx) => releaseClaims(ctx, input));
    },
  };
}
