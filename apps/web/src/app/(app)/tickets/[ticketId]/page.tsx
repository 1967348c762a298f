import { MESSAGE_MAX_LENGTH } from "@atrium/domain/threads/schema";
import { redirect } from "next/navigation";
import { requirePerson } from "../../../../features/identity/require-person.ts";
import { foundOr404 } from "../../../../features/shell/found-or-404.ts";
import { loadTicket } from "../../../../features/tickets/load-ticket.ts";
import type { PostList } from "../../../../features/tickets/models.ts";
import { StudentThread } from "../../../../features/tickets/student-thread.tsx";
import { serverCaller } from "../../../../trpc/server.ts";

interface Props {
  params: Promise<{ ticketId: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { ticketId } = await params;
  await requirePerson(`/tickets/${ticketId}`);
  const { subject } = await loadTicket(ticketId);
  return { title: subject };
}

export default async function TicketPage({ params }: Props) {
  const { ticketId } = await params;
  const person = await requirePerson(`/tickets/${ticketId}`);
  const { tickets } = await serverCaller();
  const [ticket, posts] = await Promise.all([
    loadTicket(ticketId),
    foundOr404(tickets.listPosts({ ticketId })),
  ]);
  // Staff read it in their inbox, with the notes and actions that belong to it.
  if (ticket.opener.id !== person.id) redirect(`/inbox/${ticketId}`);
  return (
    <StudentThread
      key={ticketId}
      initial={{ ticket, posts: posts as PostList }}
      messageLimit={MESSAGE_MAX_LENGTH}
    />
  );
}
