import type { AppRouter } from "@atrium/api/root";
import { httpBatchLink, httpSubscriptionLink, splitLink, type TRPCLink } from "@trpc/client";

const url = "/api/trpc";

/**
 * Infinite queries get a `direction` from @trpc/react-query, which no procedure asked for and strict
 * inputs refuse.
 */
const withoutDirection: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) => {
    if (op.type !== "query" || typeof op.input !== "object" || op.input === null) return next(op);
    const { direction: _, ...input } = op.input as Record<string, unknown>;
    return next({ ...op, input });
  };

/** Calls go out in batches; subscriptions are server-sent events, one stream each. */
export function apiLinks(): TRPCLink<AppRouter>[] {
  return [
    withoutDirection,
    splitLink({
      condition: (op) => op.type === "subscription",
      true: httpSubscriptionLink({ url }),
      // The server refuses more than 20 calls a batch, and proxies refuse long addresses.
      false: httpBatchLink({ url, maxItems: 10, maxURLLength: 4000 }),
    }),
  ];
}
