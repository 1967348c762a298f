"use client";
import { useCallback } from "react";
import { trpc, useCacheTools } from "../../trpc/client.ts";
import type { Unsent } from "../threads/use-kept-items.ts";
import { type Outbox, useOutbox } from "../threads/use-outbox.ts";

/** Replies to a ticket on their way to the server. */
export function useReplyOutbox(ticketId: string): Outbox {
  const utils = useCacheTools();
  // Fails at once when offline, instead of waiting unseen for the network.
  const { mutateAsync } = trpc.tickets.reply.useMutation({ networkMode: "always" });
  const send = useCallback(
    async ({ clientKey, message }: Unsent) => {
      const post = await mutateAsync({ ticketId, message, clientKey });
      utils.tickets.listPosts.setData({ ticketId }, (old) => {
        if (!old || old.items.some(({ id }) => id === post.id)) return old;
        return { items: [...old.items, post] };
      });
      void utils.invalidate("tickets");
    },
    [mutateAsync, ticketId, utils],
  );
  return useOutbox(`reply.${ticketId}`, send);
}
