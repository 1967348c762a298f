"use client";
import { useCallback } from "react";
import { trpc, useCacheTools } from "../../trpc/client.ts";
import type { Unsent } from "../threads/use-kept-items.ts";
import { type Outbox, useOutbox } from "../threads/use-outbox.ts";

/** Internal notes on their way to the server. */
export function useNoteOutbox(ticketId: string): Outbox {
  const utils = useCacheTools();
  const { mutateAsync } = trpc.tickets.addNote.useMutation({ networkMode: "always" });
  const send = useCallback(
    async ({ clientKey, message }: Unsent) => {
      const note = await mutateAsync({ ticketId, message, clientKey });
      utils.tickets.listNotes.setData({ ticketId }, (old) => {
        if (!old || old.items.some(({ id }) => id === note.id)) return old;
        return { items: [...old.items, note] };
      });
      void utils.tickets.listNotes.invalidate({ ticketId });
    },
    [mutateAsync, ticketId, utils],
  );
  return useOutbox(`note.${ticketId}`, send);
}
