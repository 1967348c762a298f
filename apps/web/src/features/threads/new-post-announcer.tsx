"use client";
import { VisuallyHidden } from "@atrium/ui/visually-hidden";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { TicketPost } from "../tickets/models.ts";

/** Old lines go silently; of a log only what is added is read. */
const keptLines = 5;

/**
 * Tells a screen reader about each post by somebody else that arrives while the thread is open, once. A line for
 * each: the same words put in the place of the same words would not be read again.
 */
export function NewPostAnnouncer({ posts }: { posts: readonly TicketPost[] }) {
  const t = useTranslations("tickets.thread");
  const [news, setNews] = useState<TicketPost[]>([]);
  const lastSeq = posts.at(-1)?.seq ?? 0;
  const told = useRef(lastSeq);

  useEffect(() => {
    const arrived = posts.filter(
      (post) => post.seq > told.current && post.kind === "post" && !post.mine,
    );
    told.current = Math.max(told.current, lastSeq);
    if (arrived.length > 0) setNews((old) => [...old, ...arrived].slice(-keptLines));
  }, [posts, lastSeq]);

  return (
    <VisuallyHidden role="log">
      {news.map((post) => (
        <span key={post.id}>{t("new", { name: post.author?.name ?? t("someone") })}</span>
      ))}
    </VisuallyHidden>
  );
}
