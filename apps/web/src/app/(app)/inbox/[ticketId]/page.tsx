import { MESSAGE_MAX_LENGTH } from "@atrium/domain/threads/schema";
import { redirect } from "next/navigation";
import { requirePerson, type SearchParams } from "../../../../features/identity/require-person.ts";
import { StaffThread } from "../../../../features/inbox/staff-thread.tsx";
import { foundOr404 } from "../../../../features/shell/found-or-404.ts";
import { loadTicket } from "../../../../features/tickets/load-ticket.ts";
import type { PostList } from "../../../../features/tickets/models.ts";
import { serverCaller } from "../../../../trpc/server.ts";

interface Props {
  params: Promise<{ ticketId: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params, searchParams }: Props) {
  const { ticketId } = await params;
  await requirePerson(`/inbox/${ticketId}`, searchParams);
  const { subject } = await loadTicket(ticketId);
  return { title: subject };
}

export default async function InboxTicketPage({ params, searchParams }: Props) {
  const { ticketId } = await params;
  const person = await requirePerson(`/inbox/${ticketId}`, searchParams);
  const { tickets } = await serverCaller();
  const ticket = await loadTicket(ticketId);
  // Staff have no staff rights on what they asked themselves.
  if (ticket.opener.id === person.id) redirect(`/tickets/${ticketId}`);
  const [posts, notes] = await foundOr404(
    Promise.all([tickets.listPosts({ ticketId }), tickets.listNotes({ ticketId })]),
  );
  return (
    <StaffThread
      key={ticketId}
      initial={{ ticket, posts: posts as PostList, notes }}
      messageLimit={MESSAGE_MAX_LENGTH}
    />
  );
}
