"use client";
import { Button } from "@atrium/ui/button";
import { useTranslations } from "next-intl";
import { describeFailure } from "../../trpc/error.ts";
import { usePerson } from "../shell/person.tsx";
import { SignInAgain } from "../shell/sign-in-again.tsx";
import { Bubble } from "./bubble.tsx";
import type { Outbox, OutboxItem } from "./use-outbox.ts";

interface Props {
  item: OutboxItem;
  outbox: Outbox;
  tone?: "post" | "note";
}

/** A post on its way, or one that did not get through, with what to do about it. */
export function UnsentItem({ item, outbox, tone = "post" }: Props) {
  const t = useTranslations("tickets.thread");
  const common = useTranslations("common");
  const person = usePerson();
  const failed = item.status === "failed";
  const failure = item.error === null ? null : describeFailure(item.error);
  return (
    <Bubble
      name={`${person.firstName} ${person.lastName}`}
      tone={tone}
      pale={!failed}
      byline={
        <>
          <b className="font-semibold text-ink">{t("you")}</b>
          {" · "}
          {failed ? <b className="text-bad">{t("notSent")}</b> : t("sending")}
        </>
      }
    >
      <p className="whitespace-pre-wrap wrap-anywhere">{item.message}</p>
      {failed && (
        <div
          role="alert"
          className="mt-2 flex flex-wrap items-center gap-2 border-t border-line pt-2"
        >
          {failure && (
            <p className="w-full text-md text-bad">
              {failure.message ?? common("failure.unreachable")}
            </p>
          )}
          {failure?.domainCode === "unauthenticated" && <SignInAgain size="sm" />}
          <Button size="sm" onClick={() => outbox.retry(item)}>
            {common("retry")}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => outbox.remove(item)}>
            {t("remove")}
          </Button>
        </div>
      )}
    </Bubble>
  );
}
