import { z } from "zod";
import { defineJob } from "../kernel/jobs.ts";

/** A person lost their last staff role in a course: what they had taken goes back to the queue. */
export const releaseClaimsJob = defineJob({
  name: "release-claims",
  payload: z.object({ courseId: z.uuid(), userId: z.uuid() }),
  maxAttempts: 25,
});
