import { z } from "zod";
import { defineJob } from "../kernel/jobs.ts";

/**
 * Sends what one person has not been sent of one thread, in order. One job per pair: a second one
 * that comes while the first waits replaces it, and the queue keeps two from running at once.
 */
export const sendThreadMailJob = defineJob({
  name: "send-thread-mail",
  payload: z.object({ threadId: z.uuid(), recipientId: z.uuid() }),
  maxAttempts: 25,
  key: ({ threadId, recipientId }) => `send-thread-mail:${threadId}:${recipientId}`,
});
