"use client";
import { useTranslations } from "next-intl";
import { Time } from "../shell/time.tsx";
import { Bubble, Prose } from "../threads/bubble.tsx";
import type { TicketNote } from "../tickets/models.ts";

/** What staff tell each other; students never receive it. */
export function NoteItem({ note }: { note: TicketNote }) {
  const t = useTranslations("inbox.note");
  return (
    <Bubble
      name={note.author.name}
      tone="note"
      byline={
        <>
          {note.mine ? t("own") : t("by", { name: note.author.name })} ·{" "}
          <Time at={note.createdAt} />
        </>
      }
    >
      <Prose html={note.html} />
    </Bubble>
  );
}
