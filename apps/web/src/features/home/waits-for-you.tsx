"use client";
import { EmptyState } from "@atrium/ui/empty-state";
import { TextLink } from "@atrium/ui/link";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { trpc } from "../../trpc/client.ts";
import { Failure } from "../shell/failure.tsx";
import { ownTicketsInput } from "../shell/own-tickets-input.ts";
import type { TicketPage } from "../tickets/models.ts";
import { TicketRows } from "../tickets/ticket-row.tsx";
import { TakenTickets, useTakenTickets } from "./taken-tickets.tsx";

/** What the reader has taken as staff, their own tickets with news, and those where the next word is theirs. */
export function WaitsForYou({ initial, taken }: { initial: TicketPage; taken: TicketPage | null }) {
  const t = useTranslations("home");
  const list = trpc.tickets.listMine.useQuery(ownTicketsInput, { initialData: initial });
  const waiting = list.data.items.filter((one) => one.unread > 0 || one.state === "waiting");
  const mine = useTakenTickets(taken);
  return (
    <section aria-labelledby="waits" className="flex flex-col gap-2">
      <h2 id="waits" className="text-lg font-semibold">
        {t("waits")}
      </h2>
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {mine.length > 0 && <TakenTickets tickets={mine} />}
      {waiting.length > 0 && <TicketRows tickets={waiting} label={t("waits")} />}
      {waiting.length + mine.length === 0 && (
        <div className="rounded-lg border border-line bg-surface">
          <EmptyState title={t("empty.title")} text={t("empty.text")} />
        </div>
      )}
      {list.data.items.length > 0 && (
        <p>
          <TextLink href="/tickets" link={Link}>
            {t("allTickets")}
          </TextLink>
        </p>
      )}
    </section>
  );
}
