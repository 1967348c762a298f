import { z } from "zod";
import { defineJob } from "../kernel/jobs.ts";

/**
 * Sends what one person has not been sent of one thread, in order. One job per pair: a second one
 * that comes while the first waits replaces it. Should two run at once, the lease on the delivery
 * keeps them apart.
 */
export const sendThreadMailJob = defineJob({
  name: "send-thread-mail",
  payload: z.object({ threadId: z.uuid(), recipientId: z.uuid() }),
  maxAttempts: 25,
  key: ({ threadId, recipientId }) => `send-thread-mail:${threadId}:${recipientId}`,
});
