"use client";
import { isLocale } from "@atrium/domain/kernel/locale";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { pickText } from "../shell/localized.ts";
import { hrefOf, useInboxPlace } from "./inbox-place.ts";
import { StaffStateTag } from "./staff-state-tag.tsx";
import { ThreadActions, type ThreadActionsProps } from "./thread-actions.tsx";

/** What the ticket is about, whose it is, and what can be done with it. */
export function StaffThreadHeader(props: ThreadActionsProps) {
  const { ticket } = props;
  const t = useTranslations("inbox");
  const { place } = useInboxPlace();
  const course = pickText(ticket.course.name, useLocale());
  const language = isLocale(ticket.language) ? ticket.language : "other";
  return (
    <header className="flex shrink-0 flex-col gap-1 border-b border-line bg-surface px-4 py-2 lg:px-6 lg:py-3">
      <Link
        href={hrefOf({ ...place, ticketId: null })}
        className="-ml-1 inline-flex min-h-11 items-center gap-1 self-start text-md font-semibold text-act no-underline hover:underline lg:hidden"
      >
        <ChevronLeft aria-hidden="true" className="size-4" />
        {t("back")}
      </Link>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <h2 className="min-w-48 flex-1 text-lg leading-8 font-semibold wrap-anywhere">
          <span lang={ticket.language}>{ticket.subject}</span>
        </h2>
        <ThreadActions {...props} />
      </div>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
        <StaffStateTag ticket={ticket} />
        <span className="tabular-nums">#{ticket.number}</span>
        <span aria-hidden="true">·</span>
        <span>{t("openedBy", { name: ticket.opener.name })}</span>
        <span aria-hidden="true">·</span>
        <span>
          {ticket.course.code} <span lang={course.lang}>{course.text}</span>
        </span>
        <span aria-hidden="true">·</span>
        <span>{t(`language.${language}`)}</span>
      </p>
    </header>
  );
}
