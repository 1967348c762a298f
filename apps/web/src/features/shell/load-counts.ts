import { cache } from "react";
import { serverCaller } from "../../trpc/server.ts";
import { ownTicketsInput } from "./own-tickets-input.ts";

/** The reader's own tickets, asked once per request: navigation and page both show them. */
export const loadOwnTickets = cache(async () => {
  const { tickets } = await serverCaller();
  return tickets.listMine(ownTicketsInput);
});

/** What waits in the staff inbox, asked once per request. */
export const loadInboxCounts = cache(async () => {
  const { tickets } = await serverCaller();
  return tickets.countInbox({});
});
