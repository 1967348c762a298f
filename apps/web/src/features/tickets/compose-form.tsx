"use client";
import { Button } from "@atrium/ui/button";
import { useLocale, useTranslations } from "next-intl";
import { OfflineBanner } from "../shell/offline-banner.tsx";
import { usePerson } from "../shell/person.tsx";
import type { ComposeLimits } from "./compose-draft.ts";
import { ComposeFailure } from "./compose-failure.tsx";
import { ComposeFields } from "./compose-fields.tsx";
import { ProblemSummary } from "./problem-summary.tsx";
import { useCompose } from "./use-compose.ts";

/** Ask the staff of a course for help. Nothing written here is lost before it has arrived. */
export function ComposeForm({ limits }: { limits: ComposeLimits }) {
  const t = useTranslations("tickets.new");
  const person = usePerson();
  const compose = useCompose({
    courseId: person.courses.length === 1 ? (person.courses[0]?.courseId ?? "") : "",
    subject: "",
    message: "",
    language: useLocale(),
  });
  const { draft, restored, sending, error } = compose;
  const kept = restored && (draft.subject !== "" || draft.message !== "");
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void compose.submit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void compose.submit();
      }}
    >
      <OfflineBanner />
      <ProblemSummary problems={compose.problems} limits={limits} attempt={compose.attempts} />
      <ComposeFields compose={compose} limits={limits} />
      {error && !sending && <ComposeFailure error={error} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" pending={sending} pendingLabel={t("pending")}>
          {t("submit")}
        </Button>
        {kept && !sending && (
          <Button variant="quiet" onClick={compose.discard}>
            {t("discard")}
          </Button>
        )}
        <span className="text-sm text-muted">{t("draft")}</span>
      </div>
    </form>
  );
}
