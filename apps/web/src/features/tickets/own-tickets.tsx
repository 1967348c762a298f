"use client";

import { Button } from "@atrium/ui/button";
import { EmptyState } from "@atrium/ui/empty-state";
import { SkeletonList } from "@atrium/ui/skeleton";
import { useTranslations } from "next-intl";
import { useCacheTools } from "../../trpc/client.ts";
import { Failure } from "../shell/failure.tsx";
import { OfflineBanner } from "../shell/offline-banner.tsx";
import type { TicketPage } from "./models.ts";
import { TicketRows } from "./ticket-row.tsx";
import { useTicketPages } from "./use-ticket-pages.ts";

/** All tickets the reader has opened, latest news first. */
export function OwnTickets({ initial }: { initial: TicketPage }) {
  const t = useTranslations("tickets.list");
  const common = useTranslations("common");
  const { tickets: api } = useCacheTools();
  const { tickets, ...list } = useTicketPages({
    queryKey: [...api.listMine.keyOf({}), "infinite"],
    fetchPage: (cursor) => api.listMine.query({ cursor }),
    initial,
  });
  return (
    <>
      <OfflineBanner />
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {!tickets && list.isPending && <SkeletonList label={common("loading")} />}
      {tickets?.length === 0 && <EmptyState title={t("empty.title")} text={t("empty.text")} />}
      {tickets && tickets.length > 0 && <TicketRows tickets={tickets} label={t("label")} />}
      {list.hasNextPage && (
        <Button
          pending={list.isFetchingNextPage}
          pendingLabel={common("loading")}
          onClick={() => void list.fetchNextPage()}
        >
          {common("loadMore")}
        </Button>
      )}
    </>
  );
}
