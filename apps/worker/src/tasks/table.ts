import type * as identityJobs from "@atrium/domain/identity/jobs";
import type { JobContract } from "@atrium/domain/kernel/jobs";
import type * as notificationJobs from "@atrium/domain/notifications/jobs";
import type * as ticketJobs from "@atrium/domain/tickets/jobs";
import {
  prepareTask,
  type RunnableTask,
  type Task,
  type TaskSurroundings,
} from "../runner/task.ts";
import { releaseClaimsTask } from "./identity/release-claims.ts";
import { sendThreadMailTask } from "./notifications/send-thread-mail.ts";
import { notifyTicketPostTask } from "./tickets/notify-ticket-post.ts";
import type { TaskTools } from "./tools.ts";

type Contracts = typeof identityJobs & typeof notificationJobs & typeof ticketJobs;

// One entry per exported contract, no more and no less: anything else does not compile.
const table: { [Name in keyof Contracts]: (tools: TaskTools) => Task<Contracts[Name]> } = {
  releaseClaimsJob: releaseClaimsTask,
  notifyTicketPostJob: notifyTicketPostTask,
  sendThreadMailJob: sendThreadMailTask,
};

/** Every task, ready to be run by name. */
export function createTasks(tools: TaskTools, around: TaskSurroundings): RunnableTask[] {
  const makers = Object.values(table) as ((tools: TaskTools) => Task<JobContract>)[];
  return makers.map((make) => prepareTask(make(tools), around));
}
