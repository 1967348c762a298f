"use client";
import { useEffect, useRef } from "react";
import { trpc, useCacheTools } from "../../trpc/client.ts";
import { isWorthRetrying } from "../../trpc/error.ts";
import type { Ticket, TicketPost } from "./models.ts";

/** Moves the reader's mark to the last post shown, once the reader can see it: never in a hidden tab. */
export function useMarkSeen(ticket: Ticket, posts: readonly TicketPost[]): void {
  const utils = useCacheTools();
  const marked = useRef(0);
  const { mutate } = trpc.tickets.markSeen.useMutation({
    retry: (failures, error) => failures < 5 && isWorthRetrying(error),
    onError() {
      // The next look at the page tries again.
      marked.current = 0;
    },
    onSuccess() {
      void utils.tickets.get.invalidate({ ticketId: ticket.id });
      void utils.tickets.listMine.invalidate();
      void utils.tickets.listInbox.invalidate();
    },
  });
  const { id: ticketId, unread } = ticket;
  const upToSeq = posts.at(-1)?.seq ?? 0;

  useEffect(() => {
    function mark() {
      if (unread === 0 || upToSeq <= marked.current || document.visibilityState !== "visible")
        return;
      marked.current = upToSeq;
      mutate({ ticketId, upToSeq });
    }
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [ticketId, unread, upToSeq, mutate]);
}
