import type { z } from "zod";

export interface JobContract<Payload extends z.ZodType = z.ZodType> {
  name: string;
  /** Ids only. A new field must be optional: old jobs outlive a deploy. */
  payload: Payload;
  /** Tries before the job is parked with its last error. */
  maxAttempts: number;
  /** Lower runs first; 0 unless told. */
  priority?: number;
  /** Jobs of one queue run one after another. */
  queue?(payload: z.infer<Payload>): string;
  /** A waiting job with the same key is replaced instead of joined. */
  key?(payload: z.infer<Payload>): string;
}

export type PayloadOf<Job extends JobContract> = z.infer<Job["payload"]>;

/** Declares a job once for both sides: those who enqueue it and the task that runs it. */
export function defineJob<const Name extends string, Payload extends z.ZodType>(
  contract: JobContract<Payload> & { name: Name },
) {
  return contract;
}
