"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { trpc } from "../../trpc/client.ts";
import { usePerson } from "../shell/person.tsx";
import { Time } from "../shell/time.tsx";
import type { Ticket, TicketPage } from "../tickets/models.ts";

/** What the reader has taken as staff and still has to answer; nothing for those who are staff nowhere. */
export function useTakenTickets(initial: TicketPage | null): Ticket[] {
  const { isStaff } = usePerson();
  const list = trpc.tickets.listInbox.useQuery(
    { view: "mine" },
    { enabled: isStaff, ...(initial && { initialData: initial }) },
  );
  return list.data?.items.filter(({ state }) => state === "processing") ?? [];
}

/** Those tickets, each a way to its place in the inbox. */
export function TakenTickets({ tickets }: { tickets: readonly Ticket[] }) {
  const t = useTranslations("home");
  return (
    <ul aria-label={t("mine")} className="rounded-lg border border-line bg-surface">
      {tickets.map((ticket) => (
        <li key={ticket.id} className="border-line not-first:border-t">
          <Link
            href={`/inbox/${ticket.id}?view=mine`}
            className="flex min-h-12 flex-col gap-1 rounded-lg px-4 py-3 text-ink no-underline hover:bg-paper"
          >
            <span className="flex items-baseline gap-2">
              <span lang={ticket.language} className="min-w-0 flex-1 truncate font-semibold">
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
          </Link>
        </li>
      ))}
    </ul>
  );
}
