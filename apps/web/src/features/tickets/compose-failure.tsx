"use client";
import { ErrorState } from "@atrium/ui/error-state";
import { TextLink } from "@atrium/ui/link";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { describeFailure } from "../../trpc/error.ts";
import { SignInAgain } from "../shell/sign-in-again.tsx";
import { wasSentBefore } from "./use-compose.ts";

/** A question that did not get through: that nothing is lost comes first, then why. */
export function ComposeFailure({ error }: { error: unknown }) {
  const t = useTranslations("tickets.new");
  const common = useTranslations("common.failure");
  const box = useRef<HTMLDivElement>(null);
  const { message, requestId, domainCode } = describeFailure(error);
  const before = wasSentBefore(error);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each failure comes into view
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
  }, [error]);

  return (
    <div ref={box} className="rounded-lg border border-bad bg-bad-soft">
      <ErrorState
        compact
        title={before ? t("sentBefore") : t("failed")}
        text={before ? undefined : (message ?? common("unreachable"))}
        reference={requestId && common("reference", { id: requestId })}
        action={
          (before && (
            <TextLink href="/tickets" link={Link}>
              {t("seeTickets")}
            </TextLink>
          )) ||
          (domainCode === "unauthenticated" && <SignInAgain />)
        }
      />
    </div>
  );
}
