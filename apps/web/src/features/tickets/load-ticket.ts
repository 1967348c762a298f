import { cache } from "react";
import { serverCaller } from "../../trpc/server.ts";
import { foundOr404 } from "../shell/found-or-404.ts";

/** A ticket, asked once per request: the title of a page and the page both need it. */
export const loadTicket = cache(async (ticketId: string) => {
  const { tickets } = await serverCaller();
  return foundOr404(tickets.get({ ticketId }));
});
