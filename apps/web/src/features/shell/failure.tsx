"use client";
import { Button } from "@atrium/ui/button";
import { ErrorState } from "@atrium/ui/error-state";
import { useTranslations } from "next-intl";
import { describeFailure } from "../../trpc/error.ts";
import { SignInAgain } from "./sign-in-again.tsx";

/** A failed call: what the server said, the id to tell support, and a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTranslations("common");
  const failure = describeFailure(error);
  // The session has ended under an open page.
  const signedOut = failure.domainCode === "unauthenticated";
  return (
    <ErrorState
      title={t("failure.title")}
      text={failure.message ?? t("failure.unreachable")}
      reference={failure.requestId && t("failure.reference", { id: failure.requestId })}
      action={signedOut ? <SignInAgain /> : retry && <Button onClick={retry}>{t("retry")}</Button>}
    />
  );
}
