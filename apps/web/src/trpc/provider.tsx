"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { isWorthRetrying } from "./error.ts";

function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Live changes invalidate what they touch, so a remount need not ask again at once.
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
      },
    },
  });
}

/** Gives the tree below tRPC hooks and their cache. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
