import type { AppRouter } from "@atrium/api/root";
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import { apiUrl } from "./links.ts";

export interface StreamHandlers {
  event(event: { type: "ready" } | { type: "ticket"; ticketId: string }): void;
  closed(): void;
}

const client = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: apiUrl })] });

/** Opens the server's stream of changes: one server-sent events connection. */
export function subscribeToChanges({ event, closed }: StreamHandlers): { unsubscribe(): void } {
  return client.live.changes.subscribe(undefined, {
    onData: ({ data }) => event(data),
    onError: closed,
    onStopped: closed,
    onConnectionStateChange(state) {
      // An error while connecting means the browser is about to retry by itself; we do it instead.
      if (state.state === "connecting" && state.error) closed();
    },
  });
}
