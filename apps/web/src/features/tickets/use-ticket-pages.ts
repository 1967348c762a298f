"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { TicketPage } from "./models.ts";

interface Options {
  /** tRPC's own key of the list, so that invalidating the procedure reaches these pages too. */
  queryKey: readonly unknown[];
  fetchPage: (cursor: string | null) => Promise<TicketPage>;
  initial: TicketPage | null;
}

/**
 * A list of tickets that grows by pages. Not tRPC's useInfiniteQuery: that sends a `direction` of its own
 * along, which a strict input refuses.
 */
export function useTicketPages({ queryKey, fetchPage, initial }: Options) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    ...(initial && { initialData: { pages: [initial], pageParams: [null] } }),
  });
  return { ...query, tickets: query.data?.pages.flatMap((page) => page.items) };
}
