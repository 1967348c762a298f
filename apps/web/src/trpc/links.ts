import type { AppRouter } from "@atrium/api/root";
import { httpBatchLink, httpSubscriptionLink, splitLink, type TRPCLink } from "@trpc/client";

const url = "/api/trpc";

/** Calls go out in batches; subscriptions are server-sent events, one stream each. */
export function apiLinks(): TRPCLink<AppRouter>[] {
  return [
    splitLink({
      condition: (op) => op.type === "subscription",
      true: httpSubscriptionLink({ url }),
      // The server refuses more than 20 calls a batch, and proxies refuse long addresses.
      false: httpBatchLink({ url, maxItems: 10, maxURLLength: 4000 }),
    }),
  ];
}
