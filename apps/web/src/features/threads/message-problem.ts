import type { z } from "zod";

/** What is wrong with something typed, in terms the messages of the page know. */
export type Problem = "empty" | "long";

/**
 * Judges a text by the schema the server uses. The schema is loaded when it is first needed: a page to read on
 * need not carry it, and when it cannot be loaded the server judges alone.
 */
export async function findMessageProblem(message: string): Promise<Problem | null> {
  if (message.trim() === "") return "empty";
  const schema = await import("@atrium/domain/threads/schema").catch(() => null);
  const result = schema?.messageSchema.safeParse(message);
  return result?.error ? problemOf(result.error.issues[0]) : null;
}

/** Too much of it, or not enough. */
export function problemOf(issue: z.core.$ZodIssue | undefined): Problem {
  return issue?.code === "too_big" ? "long" : "empty";
}
