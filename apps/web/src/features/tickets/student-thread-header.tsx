"use client";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { pickText } from "../shell/localized.ts";
import type { Ticket } from "./models.ts";
import { StateTag } from "./state-tag.tsx";
import { TicketHolder } from "./ticket-holder.tsx";

/** What the ticket is about, where it stands and who answers it. */
export function StudentThreadHeader({ ticket }: { ticket: Ticket }) {
  const t = useTranslations("tickets");
  const course = pickText(ticket.course.name, useLocale());
  return (
    <header className="flex flex-col gap-1">
      <Link
        href="/tickets"
        className="-ml-1 inline-flex min-h-11 items-center gap-1 self-start text-md font-semibold text-act no-underline hover:underline lg:min-h-9"
      >
        <ChevronLeft aria-hidden="true" className="size-4" />
        {t("thread.back")}
      </Link>
      <h1 lang={ticket.language} className="text-xl font-bold tracking-tight wrap-anywhere">
        {ticket.subject}
      </h1>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
        <StateTag state={ticket.state} />
        <span>
          {ticket.course.code} <span lang={course.lang}>{course.text}</span>
        </span>
        <span aria-hidden="true">·</span>
        <span className="tabular-nums">#{ticket.number}</span>
        <TicketHolder ticket={ticket} before={<span aria-hidden="true">·</span>} />
      </p>
    </header>
  );
}
