"use client";
import { useLocale, useTranslations } from "next-intl";
import { pickText } from "../shell/localized.ts";
import { Time } from "../shell/time.tsx";
import type { TicketPost } from "../tickets/models.ts";
import { Bubble, Prose } from "./bubble.tsx";

/** A post as a bubble, or an event as one quiet line. */
export function PostItem({ post }: { post: TicketPost }) {
  const t = useTranslations("tickets.thread");
  const { text: html, lang } = pickText(post.html, useLocale());
  if (post.event) return <EventLine post={post} />;
  const name = post.author?.name ?? t("someone");
  return (
    <Bubble
      name={name}
      byline={
        <>
          <b className="font-semibold text-ink">{post.mine ? t("you") : name}</b>
          {post.authorIsStaff && !post.mine && ` · ${t("staff")}`}
          {" · "}
          <Time at={post.createdAt} />
          {post.editedAt && ` · ${t("edited")}`}
        </>
      }
    >
      <Prose html={html} lang={lang} />
    </Bubble>
  );
}

function EventLine({ post }: { post: TicketPost }) {
  const t = useTranslations("tickets");
  if (!post.event) return null;
  const name = post.author?.name ?? t("thread.someone");
  const assignee = post.event.assignee?.name ?? t("thread.someone");
  return (
    <p className="pl-10 text-sm text-muted">
      {t(`events.${post.event.type}`, { name, assignee })} · <Time at={post.createdAt} />
    </p>
  );
}
