"use client";

import type { AppRouter } from "@atrium/api/root";
import { createTRPCReact } from "@trpc/react-query";

/** Typed hooks: `trpc.tickets.get.useQuery({ ticketId })`. */
export const trpc = createTRPCReact<AppRouter>();
