import { onSessionChange } from "../auth/session-change.ts";
import { newClientKey } from "../features/threads/client-key.ts";
import { type Change, openChangeStream } from "./change-stream.ts";
import { SharedChanges } from "./shared-changes.ts";

export interface Follower {
  onChange(change: Change): void;
  /** Somebody has signed in or out in another tab. */
  onSession(): void;
}

/**
 * Follows what changes for a person for as long as the page is open and running. Answers what ends it.
 */
export function followChanges(personId: string, { onChange, onSession }: Follower): () => void {
  const name = `atrium.changes.${personId}`;
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(name) : undefined;
  const changes = new SharedChanges({
    ...{ name, channel, onChange, locks: navigator.locks, tab: newClientKey() },
    open: openChangeStream,
  });
  const ending = new AbortController();
  const { signal } = ending;
  const join = () => changes.join();
  const leave = () => changes.leave();
  window.addEventListener("online", () => changes.reconnect(), { signal });
  // A page that is put to sleep hands the stream over, and catches up when it wakes.
  window.addEventListener("pagehide", leave, { signal });
  window.addEventListener("pageshow", join, { signal });
  document.addEventListener("freeze", leave, { signal });
  document.addEventListener("resume", join, { signal });
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "visible") changes.check();
    },
    { signal },
  );
  const unhear = onSessionChange(onSession);
  join();
  return () => {
    ending.abort();
    unhear();
    leave();
    channel?.close();
  };
}
