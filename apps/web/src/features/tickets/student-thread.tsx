"use client";
import { useTranslations } from "next-intl";
import { trpc } from "../../trpc/client.ts";
import { Failure } from "../shell/failure.tsx";
import { OfflineBanner } from "../shell/offline-banner.tsx";
import { Composer } from "../threads/composer.tsx";
import { NewPostAnnouncer } from "../threads/new-post-announcer.tsx";
import { PostItem } from "../threads/post-item.tsx";
import { UnsentItem } from "../threads/unsent-item.tsx";
import type { Ticket, TicketPost } from "./models.ts";
import { StudentThreadHeader } from "./student-thread-header.tsx";
import { isGone, TicketGone } from "./ticket-gone.tsx";
import { useFollowEnd } from "./use-follow-end.ts";
import { useMarkSeen } from "./use-mark-seen.ts";
import { useReplyOutbox } from "./use-reply-outbox.ts";

interface Props {
  initial: { ticket: Ticket; posts: { items: TicketPost[] } };
  messageLimit: number;
}

/** A ticket as its opener sees it: the conversation, and a box to go on with it. */
export function StudentThread({ initial, messageLimit }: Props) {
  const t = useTranslations("tickets");
  const ticketId = initial.ticket.id;
  const ticketQuery = trpc.tickets.get.useQuery({ ticketId }, { initialData: initial.ticket });
  const postsQuery = trpc.tickets.listPosts.useQuery({ ticketId }, { initialData: initial.posts });
  const ticket = ticketQuery.data;
  const posts = postsQuery.data.items;
  const outbox = useReplyOutbox(ticketId);
  const { end, foot } = useFollowEnd(posts.length + outbox.items.length);
  useMarkSeen(ticket, posts);
  const error = ticketQuery.error ?? postsQuery.error;
  if (isGone(ticketQuery.error, postsQuery.error)) {
    return (
      <div className="m-auto">
        <TicketGone back={{ href: "/tickets", label: t("thread.back") }} />
      </div>
    );
  }
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-1 flex-col gap-4 px-4 py-4 md:px-6 md:py-6">
      <OfflineBanner />
      <StudentThreadHeader ticket={ticket} />
      {error && (
        <Failure
          error={error}
          retry={() => [ticketQuery, postsQuery].forEach((query) => void query.refetch())}
        />
      )}
      <section aria-label={t("thread.label")} className="flex flex-col gap-4">
        {posts.map((post) => (
          <PostItem key={post.id} post={post} />
        ))}
        {outbox.items.map((item) => (
          <UnsentItem key={item.clientKey} item={item} outbox={outbox} />
        ))}
        <div ref={end} />
      </section>
      <NewPostAnnouncer posts={posts} />
      {ticket.can.reply && (
        <div className="mt-auto border-t border-line pt-3">
          <Composer
            draftName={`reply.${ticketId}`}
            label={t("reply.label")}
            placeholder={t("reply.placeholder")}
            submitLabel={t("reply.send")}
            hint={ticket.state === "done" ? t("reply.doneHint") : undefined}
            limit={messageLimit}
            onSend={outbox.add}
          />
        </div>
      )}
      <div ref={foot} />
    </div>
  );
}
