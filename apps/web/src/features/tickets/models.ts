import type { AppRouter } from "@atrium/api/root";
import type { inferRouterOutputs } from "@trpc/server";

type Tickets = inferRouterOutputs<AppRouter>["tickets"];

export type Ticket = Tickets["get"];
export type TicketPost = Tickets["listPosts"]["items"][number];
export type TicketNote = Tickets["listNotes"]["items"][number];
export type TicketPage = Tickets["listMine"];
export type InboxCounts = Tickets["countInbox"];
export type InboxView = keyof InboxCounts["views"];
