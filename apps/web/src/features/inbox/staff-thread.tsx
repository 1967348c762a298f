"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "../../trpc/client.ts";
import { Failure } from "../shell/failure.tsx";
import { OfflineBanner } from "../shell/offline-banner.tsx";
import { NewPostAnnouncer } from "../threads/new-post-announcer.tsx";
import { PostItem } from "../threads/post-item.tsx";
import { UnsentItem } from "../threads/unsent-item.tsx";
import type { Ticket, TicketNote, TicketPost } from "../tickets/models.ts";
import { isGone } from "../tickets/ticket-gone.tsx";
import { useFollowEnd } from "../tickets/use-follow-end.ts";
import { useMarkSeen } from "../tickets/use-mark-seen.ts";
import { useReplyOutbox } from "../tickets/use-reply-outbox.ts";
import { LostTicket } from "./lost-ticket.tsx";
import { mergeThread } from "./merge-thread.ts";
import { NoteItem } from "./note-item.tsx";
import { StaffThreadHeader } from "./staff-thread-header.tsx";
import { useNoteOutbox } from "./use-note-outbox.ts";
import { WritePane } from "./write-pane.tsx";

interface Props {
  initial: { ticket: Ticket; posts: { items: TicketPost[] }; notes: { items: TicketNote[] } };
  messageLimit: number;
}

/** The third pane: one ticket as staff see it, posts and internal notes in one order of time. */
export function StaffThread({ initial, messageLimit }: Props) {
  const t = useTranslations("tickets.thread");
  // Once it is somebody else's the server only says that there is no such ticket.
  const [taken, setTaken] = useState<string | null>(null);
  const ticketId = initial.ticket.id;
  const ticket = trpc.tickets.get.useQuery({ ticketId }, { initialData: initial.ticket });
  const posts = trpc.tickets.listPosts.useQuery({ ticketId }, { initialData: initial.posts });
  const notes = trpc.tickets.listNotes.useQuery({ ticketId }, { initialData: initial.notes });
  const replies = useReplyOutbox(ticketId);
  const noteOutbox = useNoteOutbox(ticketId);
  const entries = mergeThread(posts.data.items, notes.data.items);
  const { end, foot } = useFollowEnd(
    entries.length + replies.items.length + noteOutbox.items.length,
  );
  useMarkSeen(ticket.data, posts.data.items);
  const error = ticket.error ?? posts.error ?? notes.error;
  if (isGone(ticket.error, posts.error, notes.error)) {
    return <LostTicket ticketId={ticketId} title={taken} replies={replies} notes={noteOutbox} />;
  }
  return (
    <>
      <StaffThreadHeader ticket={ticket.data} onTaken={setTaken} />
      <OfflineBanner />
      <section
        aria-label={t("label")}
        className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 py-5 lg:px-6"
      >
        {entries.map((entry) =>
          entry.kind === "note" ? (
            <NoteItem key={entry.note.id} note={entry.note} />
          ) : (
            <PostItem key={entry.post.id} post={entry.post} />
          ),
        )}
        {replies.items.map((item) => (
          <UnsentItem key={item.clientKey} item={item} outbox={replies} />
        ))}
        {noteOutbox.items.map((item) => (
          <UnsentItem key={item.clientKey} item={item} outbox={noteOutbox} tone="note" />
        ))}
        {error && (
          <Failure
            error={error}
            retry={() => [ticket, posts, notes].forEach((query) => void query.refetch())}
          />
        )}
        <div ref={end} />
      </section>
      <NewPostAnnouncer posts={posts.data.items} />
      <WritePane
        ticket={ticket.data}
        limit={messageLimit}
        onReply={replies.add}
        onNote={noteOutbox.add}
      />
      <div ref={foot} />
    </>
  );
}
