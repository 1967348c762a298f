"use client";
import { EmptyState } from "@atrium/ui/empty-state";
import { useTranslations } from "next-intl";
import { describeFailure } from "../../trpc/error.ts";

/** Whether a ticket that was shown may not be seen any more: what is cached of it must go as well. */
export function isGone(error: unknown): boolean {
  return error !== null && describeFailure(error).domainCode === "not_found";
}

/** Takes the place of a ticket that somebody else has taken, or whose course the reader has left. */
export function TicketGone() {
  const t = useTranslations("tickets.gone");
  return (
    <div role="status" className="m-auto">
      <EmptyState title={t("title")} text={t("text")} />
    </div>
  );
}
