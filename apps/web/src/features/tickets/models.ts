import type { AppRouter } from "@atrium/api/root";
import type { inferRouterOutputs } from "@trpc/server";

type Tickets = inferRouterOutputs<AppRouter>["tickets"];

export type Ticket = Tickets["get"];
/** As it comes over the wire, where a member that is undefined is absent; server components cast to it. */
export type PostList = Tickets["listPosts"];
export type TicketPost = PostList["items"][number];
export type TicketNote = Tickets["listNotes"]["items"][number];
export type TicketPage = Tickets["listMine"];
export type InboxCounts = Tickets["countInbox"];
export type InboxView = keyof InboxCounts["views"];
