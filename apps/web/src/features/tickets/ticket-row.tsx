"use client";
import { Dot } from "@atrium/ui/tag";
import { clsx } from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Time } from "../shell/time.tsx";
import type { Ticket } from "./models.ts";
import { StateTag } from "./state-tag.tsx";
import { TicketHolder } from "./ticket-holder.tsx";

/** One of the reader's own tickets: what it is about, news, state, who answers. */
function TicketRow({ ticket }: { ticket: Ticket }) {
  const t = useTranslations("tickets.row");
  const news = ticket.unread > 0;
  return (
    <li className="border-line not-first:border-t">
      <Link
        href={`/tickets/${ticket.id}`}
        className="flex flex-col gap-1 px-4 py-3 text-ink no-underline hover:bg-paper"
      >
        <span className="flex items-center gap-2">
          {news && (
            <span className="text-act">
              <Dot />
            </span>
          )}
          <span
            lang={ticket.language}
            className={clsx("min-w-0 flex-1 truncate", news ? "font-bold" : "font-semibold")}
          >
            {ticket.subject}
          </span>
          <Time
            at={ticket.updatedAt}
            className="text-sm whitespace-nowrap text-muted tabular-nums"
          />
        </span>
        <span className="text-sm text-muted">
          {ticket.course.code} · <span className="tabular-nums">#{ticket.number}</span>
          <TicketHolder ticket={ticket} before=" · " />
        </span>
        <span className="flex items-center gap-2 text-sm">
          <StateTag state={ticket.state} />
          {news && (
            <span className="font-semibold text-act">{t("unread", { count: ticket.unread })}</span>
          )}
        </span>
      </Link>
    </li>
  );
}

/** Rows in one frame. */
export function TicketRows({ tickets, label }: { tickets: readonly Ticket[]; label: string }) {
  return (
    <ul
      aria-label={label}
      className="rounded-lg border border-line bg-surface [&>li:first-child>a]:rounded-t-lg [&>li:last-child>a]:rounded-b-lg"
    >
      {tickets.map((ticket) => (
        <TicketRow key={ticket.id} ticket={ticket} />
      ))}
    </ul>
  );
}
