"use client";

import { useEffect, useState } from "react";
import type { StreamHandlers } from "./change-stream.ts";
import { trpc } from "./client.ts";
import { createLiveConnection, type LiveStatus } from "./live-connection.ts";
import { createSpacedTask } from "./spaced-task.ts";

type Utils = ReturnType<typeof trpc.useUtils>;

/**
 * Keeps what the page shows up to date from the server's stream of changes. Mount it once, in the
 * signed-in layout. Answers whether the stream is up, for a mark beside what may be out of date.
 */
export function useLiveChanges(): LiveStatus {
  const utils = trpc.useUtils();
  const [status, setStatus] = useState<LiveStatus>("connecting");

  useEffect(() => followChanges(utils, setStatus), [utils]);
  return status;
}

function followChanges(utils: Utils, onStatus: (status: LiveStatus) => void): () => void {
  const changed = new Set<string>();
  const refresh = createSpacedTask(() => {
    refreshTickets(utils, [...changed]);
    changed.clear();
  });
  const connection = createLiveConnection<{ type: "ready" } | { type: "ticket"; ticketId: string }>(
    {
      open: (handlers) => openStream(handlers),
      onStatus,
      onEvent(event) {
        if (event.type === "ready") {
          // Whatever happened while nobody listened was not announced: ask for all that is on screen.
          void utils.invalidate();
          return;
        }
        changed.add(event.ticketId);
        refresh.request();
      },
    },
  );
  const onOnline = () => connection.connect();
  const onVisible = () => {
    if (document.visibilityState === "visible") connection.retryNow();
  };
  connection.connect();
  window.addEventListener("online", onOnline);
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    window.removeEventListener("online", onOnline);
    document.removeEventListener("visibilitychange", onVisible);
    refresh.cancel();
    connection.stop();
  };
}

/** The code of the stream is not part of a page's first script: it comes right after. */
function openStream(handlers: StreamHandlers): { close(): void } {
  let subscription: { unsubscribe(): void } | null = null;
  let over = false;
  import("./change-stream.ts").then(({ subscribeToChanges }) => {
    if (!over) subscription = subscribeToChanges(handlers);
  }, handlers.closed);
  return {
    close() {
      over = true;
      subscription?.unsubscribe();
    },
  };
}

function refreshTickets(utils: Utils, ticketIds: string[]): void {
  for (const ticketId of ticketIds) {
    void utils.tickets.get.invalidate({ ticketId });
    void utils.tickets.listPosts.invalidate({ ticketId });
    void utils.tickets.listNotes.invalidate({ ticketId });
  }
  void utils.tickets.listMine.invalidate();
  void utils.tickets.listInbox.invalidate();
  void utils.tickets.countInbox.invalidate();
}
