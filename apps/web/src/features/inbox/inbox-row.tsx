"use client";
import { Dot } from "@atrium/ui/tag";
import { clsx } from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect, useRef } from "react";
import { Time } from "../shell/time.tsx";
import type { Ticket } from "../tickets/models.ts";
import { hrefOf, type InboxPlace } from "./inbox-place.ts";
import { StaffStateTag } from "./staff-state-tag.tsx";

interface Props {
  ticket: Ticket;
  place: InboxPlace;
  go: (change: Partial<InboxPlace>) => void;
}

/** One ticket in the list. */
export function InboxRow({ ticket, place, go }: Props) {
  const t = useTranslations("tickets.row");
  const row = useRef<HTMLAnchorElement>(null);
  const current = ticket.id === place.ticketId;
  const news = ticket.unread > 0;

  // Moving by keys must not leave the current row out of sight.
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: "nearest" });
  }, [current]);

  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go({ ticketId: ticket.id });
  }

  return (
    <li className="border-b border-line">
      <Link
        ref={row}
        href={hrefOf({ ...place, ticketId: ticket.id })}
        prefetch={false}
        onClick={open}
        aria-current={current ? "true" : undefined}
        className={clsx(
          "flex flex-col gap-1 px-4 py-3 text-ink no-underline -outline-offset-2",
          current ? "bg-act-soft shadow-row" : "hover:bg-paper",
        )}
      >
        <span className="flex items-baseline gap-2">
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
        <span className="truncate text-sm text-muted">
          {ticket.opener.name} · {ticket.course.code} ·{" "}
          <span className="tabular-nums">#{ticket.number}</span>
        </span>
        <span className="flex min-w-0 items-center gap-2 text-sm">
          <StaffStateTag ticket={ticket} />
          {news && (
            <span className="flex items-center gap-1.5 font-semibold text-act">
              <Dot />
              {t("unread", { count: ticket.unread })}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
