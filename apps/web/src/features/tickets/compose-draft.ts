import type { Problem } from "../threads/message-problem.ts";
import { problemOf } from "../threads/message-problem.ts";

export interface ComposeDraft {
  courseId: string;
  subject: string;
  message: string;
  language: string;
  /** One per question: every attempt to send it carries the same, until one is known to have arrived. */
  clientKey: string;
}

/** Most characters (UTF-16 units) of each field. */
export interface ComposeLimits {
  subject: number;
  message: number;
}

export type ComposeField = "courseId" | "subject" | "message";
export type ComposeProblems = Partial<Record<ComposeField, Problem>>;

/** In the order of the form, so that the first problem is the first one on the page. */
export const composeFields: readonly ComposeField[] = ["courseId", "subject", "message"];

/** Judges a draft by the schema the server uses, loaded when first needed. */
export async function findComposeProblems(draft: ComposeDraft): Promise<ComposeProblems> {
  const schema = await import("@atrium/domain/tickets/schema").catch(() => null);
  if (!schema) return findMissing(draft);
  const issues = schema.openTicketInput.safeParse(draft).error?.issues ?? [];
  const problems: ComposeProblems = {};
  for (const issue of issues) {
    const field = composeFields.find((name) => name === issue.path[0]);
    if (field) problems[field] ??= problemOf(issue);
  }
  return problems;
}

/** Without the schema (offline before it was loaded) only what is missing can be told. */
function findMissing(draft: ComposeDraft): ComposeProblems {
  const missing = composeFields.filter((field) => draft[field].trim() === "");
  return Object.fromEntries(missing.map((field) => [field, "empty"]));
}
