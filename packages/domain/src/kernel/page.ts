import { z } from "zod";

/** Which page of a list: default and largest size are those of the REST contract. */
export const pageInput = z.strictObject({
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(200).nullish(),
});
