"use client";
import { Button } from "@atrium/ui/button";
import { EmptyState } from "@atrium/ui/empty-state";
import { SkeletonList } from "@atrium/ui/skeleton";
import { useTranslations } from "next-intl";
import { useCacheTools } from "../../trpc/client.ts";
import { Failure } from "../shell/failure.tsx";
import { OfflineBanner } from "../shell/offline-banner.tsx";
import type { InboxCounts, TicketPage } from "../tickets/models.ts";
import { useTicketPages } from "../tickets/use-ticket-pages.ts";
import { InboxFilter } from "./inbox-filter.tsx";
import type { InboxPlace } from "./inbox-place.ts";
import { InboxRow } from "./inbox-row.tsx";
import { useSingleKeys } from "./use-single-keys.ts";

interface Props {
  place: InboxPlace;
  go: (change: Partial<InboxPlace>) => void;
  initial: { counts: InboxCounts; waiting: TicketPage };
}

/** The second pane: the tickets of the view, latest change first. */
export function InboxList({ place, go, initial }: Props) {
  const t = useTranslations("inbox.list");
  const common = useTranslations("common");
  const { tickets = [], ...list } = useInboxTickets(place, initial.waiting);
  const at = tickets.findIndex((ticket) => ticket.id === place.ticketId);
  const move = (to: number) => {
    const ticket = tickets[to];
    if (ticket) go({ ticketId: ticket.id });
    // The next page is there before the last row of this one is reached.
    if (to >= tickets.length - 5 && list.hasNextPage) void list.fetchNextPage();
  };
  useSingleKeys({ j: () => move(at + 1), k: () => move(at === -1 ? 0 : at - 1) });
  return (
    <>
      <InboxFilter place={place} go={go} initial={initial.counts} />
      <OfflineBanner />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isPending && <SkeletonList label={common("loading")} rows={6} />}
        {list.isSuccess && tickets.length === 0 && (
          <EmptyState title={t(`empty.${place.view}`)} text={t("emptyText")} />
        )}
        <ul aria-label={t("label")}>
          {tickets.map((ticket) => (
            <InboxRow key={ticket.id} ticket={ticket} place={place} go={go} />
          ))}
        </ul>
        {list.hasNextPage && (
          <div className="p-4">
            <Button
              pending={list.isFetchingNextPage}
              pendingLabel={common("loading")}
              onClick={() => void list.fetchNextPage()}
            >
              {common("loadMore")}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function useInboxTickets({ view, courseId }: InboxPlace, waiting: TicketPage) {
  const { tickets } = useCacheTools();
  const input = { view, ...(courseId && { courseId }) };
  return useTicketPages({
    queryKey: [...tickets.listInbox.keyOf(input), "infinite"],
    fetchPage: (cursor) => tickets.listInbox.query({ ...input, cursor }),
    // The page comes with the view people land on; the others are fetched when chosen.
    initial: view === "waiting_for_staff" && courseId === null ? waiting : null,
  });
}
