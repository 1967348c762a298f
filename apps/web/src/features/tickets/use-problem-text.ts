"use client";
import { useTranslations } from "next-intl";
import type { Problem } from "../threads/message-problem.ts";
import type { ComposeField, ComposeLimits } from "./compose-draft.ts";

/** What to correct in a field, in words. */
export function useProblemText(limits: ComposeLimits) {
  const t = useTranslations("tickets.errors");
  return (field: ComposeField, problem: Problem): string => {
    if (field === "courseId") return t("course");
    const kind = problem === "long" ? "Long" : "Empty";
    return t(`${field}${kind}`, { limit: limits[field] });
  };
}
