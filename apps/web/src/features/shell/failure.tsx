"use client";
import { Button } from "@atrium/ui/button";
import { ErrorState } from "@atrium/ui/error-state";
import { useTranslations } from "next-intl";
import { describeFailure } from "../../trpc/error.ts";

/** A failed call: what the server said, the id to tell support, and a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTranslations("common");
  const failure = describeFailure(error);
  return (
    <ErrorState
      title={t("failure.title")}
      text={failure.message ?? t("failure.unreachable")}
      reference={failure.requestId && t("failure.reference", { id: failure.requestId })}
      action={retry && <Button onClick={retry}>{t("retry")}</Button>}
    />
  );
}
