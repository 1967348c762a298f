"use client";
import { VisuallyHidden } from "@atrium/ui/visually-hidden";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { TicketPost } from "../tickets/models.ts";

/** Tells a screen reader about a post by somebody else that arrives while the thread is open, once. */
export function NewPostAnnouncer({ posts }: { posts: readonly TicketPost[] }) {
  const t = useTranslations("tickets.thread");
  const [text, setText] = useState("");
  const lastSeq = posts.at(-1)?.seq ?? 0;
  const told = useRef(lastSeq);

  useEffect(() => {
    const news = posts.filter(
      (post) => post.seq > told.current && post.kind === "post" && !post.mine,
    );
    told.current = Math.max(told.current, lastSeq);
    const latest = news.at(-1);
    if (latest) setText(t("new", { name: latest.author?.name ?? t("someone") }));
  }, [posts, lastSeq, t]);

  return <VisuallyHidden role="status">{text}</VisuallyHidden>;
}
