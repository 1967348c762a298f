"use client";
import type { AppRouter } from "@atrium/api/root";
import type { inferRouterOutputs } from "@trpc/server";
import { trpc } from "../../trpc/client.ts";
import { ownTicketsInput } from "./own-tickets-input.ts";
import { usePerson } from "./person.tsx";

type Tickets = inferRouterOutputs<AppRouter>["tickets"];

export interface InitialCounts {
  mine: Tickets["listMine"];
  inbox: Tickets["countInbox"] | null;
}

/** What the navigation and the tab count: own tickets with news, and tickets that wait for staff. */
export function useNavCounts(initial: InitialCounts): { news: number; waiting: number } {
  const person = usePerson();
  const mine = trpc.tickets.listMine.useQuery(ownTicketsInput, { initialData: initial.mine });
  const inbox = trpc.tickets.countInbox.useQuery(
    {},
    { enabled: person.isStaff, ...(initial.inbox && { initialData: initial.inbox }) },
  );
  return {
    news: mine.data?.items.filter((ticket) => ticket.unread > 0).length ?? 0,
    waiting: inbox.data?.views.waiting_for_staff ?? 0,
  };
}
