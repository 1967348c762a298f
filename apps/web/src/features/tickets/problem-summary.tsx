"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { type ComposeLimits, type ComposeProblems, composeFields } from "./compose-draft.ts";
import { useProblemText } from "./use-problem-text.ts";

interface Props {
  problems: ComposeProblems;
  limits: ComposeLimits;
  /** Counts attempts to send: each failed one brings focus here again. */
  attempt: number;
}

/** All that is to correct, each a link to its field. Takes focus when sending was refused. */
export function ProblemSummary({ problems, limits, attempt }: Props) {
  const t = useTranslations("tickets.new");
  const problemText = useProblemText(limits);
  const box = useRef<HTMLDivElement>(null);
  const fields = composeFields.filter((field) => problems[field]);

  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);

  if (fields.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-lg border border-bad bg-bad-soft px-4 py-3"
    >
      <p className="font-semibold">{t("summary", { count: fields.length })}</p>
      <ul className="list-disc pl-5">
        {fields.map((field) => (
          <li key={field}>
            <a href={`#${field}`} className="text-bad underline">
              {problemText(field, problems[field] ?? "empty")}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
