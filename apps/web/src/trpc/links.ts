import type { AppRouter } from "@atrium/api/root";
import { httpBatchLink, type TRPCLink } from "@trpc/client";

export const apiUrl = "/api/trpc";

/** Calls go out in batches. */
export function apiLinks(): TRPCLink<AppRouter>[] {
  // The server refuses more than 20 calls a batch, and proxies refuse long addresses.
  return [httpBatchLink({ url: apiUrl, maxItems: 10, maxURLLength: 4000 })];
}
