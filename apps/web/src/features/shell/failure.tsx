"use client";
import { Button } from "@atrium/ui/button";
import { ErrorState } from "@atrium/ui/error-state";
import { ButtonLink } from "@atrium/ui/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { describeFailure } from "../../trpc/error.ts";

/** A failed call: what the server said, the id to tell support, and a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTranslations("common");
  const path = usePathname();
  const failure = describeFailure(error);
  // The session has ended under an open page; drafts are on the device and wait for the way back.
  const signedOut = failure.domainCode === "unauthenticated";
  return (
    <ErrorState
      title={t("failure.title")}
      text={failure.message ?? t("failure.unreachable")}
      reference={failure.requestId && t("failure.reference", { id: failure.requestId })}
      action={
        signedOut ? (
          <ButtonLink href={`/sign-in?callbackUrl=${encodeURIComponent(path)}`} variant="primary">
            {t("failure.signIn")}
          </ButtonLink>
        ) : (
          retry && <Button onClick={retry}>{t("retry")}</Button>
        )
      }
    />
  );
}
