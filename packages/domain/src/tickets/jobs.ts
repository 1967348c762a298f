import { z } from "zod";
import { defineJob } from "../kernel/jobs.ts";

/** Somebody wrote in a ticket: the others on it are told by mail. */
export const notifyTicketPostJob = defineJob({
  name: "notify-ticket-post",
  payload: z.object({ postId: z.uuid() }),
  maxAttempts: 25,
});
