import { z } from "zod";

/** NOTIFY channel between the transactions that change things and the processes with open streams. */
export const CHANGES_CHANNEL = "atrium_changes";

/**
 * Ids only: a NOTIFY payload reaches every listener, so what each person may know is decided at
 * delivery.
 */
export const changeSchema = z.object({
  type: z.literal("ticket"),
  ticketId: z.uuid(),
  courseId: z.uuid(),
  openerId: z.uuid(),
  /** Set when only staff may learn that something happened (an internal note). */
  staffOnly: z.boolean().optional(),
});
export type Change = z.infer<typeof changeSchema>;
