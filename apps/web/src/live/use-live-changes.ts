"use client";

import { useEffect } from "react";
import { usePerson } from "../features/shell/person.tsx";
import type { CacheTools } from "../trpc/cache-tools.ts";
import { useCacheTools } from "../trpc/client.ts";
import type { Change } from "./change-stream.ts";
import { createSpacedTask } from "./spaced-task.ts";

type Utils = CacheTools;

const RETRY_MS = 5_000;

/** Keeps what the page shows up to date with the server. Mount it once, in the signed-in layout. */
export function useLiveChanges(): void {
  const utils = useCacheTools();
  const { id } = usePerson();
  useEffect(() => loadFollower(utils, id), [utils, id]);
}

/** The code of the stream is not part of a page's first script: it comes right after. */
function loadFollower(utils: Utils, personId: string): () => void {
  let stop: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const load = () => {
    import("./follow-changes.ts").then(
      ({ followChanges }) => {
        stop ??= over ? null : followChanges(personId, createFollower(utils, personId));
      },
      () => {
        timer = setTimeout(load, RETRY_MS);
      },
    );
  };
  let over = false;
  load();
  return () => {
    over = true;
    clearTimeout(timer);
    stop?.();
  };
}

function createFollower(utils: Utils, personId: string) {
  const changed = new Set<string>();
  const refresh = createSpacedTask(() => {
    refreshTickets(utils, [...changed]);
    changed.clear();
  });
  const checkPerson = async () => {
    const me = await utils.session.me.query().catch(() => undefined);
    if (me === undefined || me?.id === personId) return true;
    // Somebody else uses this browser now. The page is the earlier person's, so it has to go.
    location.reload();
    return false;
  };
  const readAfresh = async () => {
    if (await checkPerson()) await utils.invalidate();
  };
  return {
    onSession: () => void checkPerson(),
    onChange(change: Change) {
      // Whatever happened while nobody listened was not announced, be it in the moment between the
      // page's rendering and now: ask for all that is on screen.
      if (change.type === "ready") return void readAfresh();
      changed.add(change.ticketId);
      refresh.request();
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
