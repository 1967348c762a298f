const channelName = "atrium.session";

// This tab goes on by itself; only the others need to be told.
let announcing = false;

/** Tells the other tabs of this browser that somebody has signed in or out. */
export function announceSessionChange(): void {
  if (!("BroadcastChannel" in window)) return;
  announcing = true;
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

/** Calls `listener` when another tab says so; answers what stops that. */
export function onSessionChange(listener: () => void): () => void {
  if (!("BroadcastChannel" in window)) return () => undefined;
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", () => {
    if (!announcing) listener();
  });
  return () => channel.close();
}
