"use client";
import { Tabs } from "@atrium/ui/tabs";
import { useTranslations } from "next-intl";
import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Composer } from "../threads/composer.tsx";
import type { Ticket } from "../tickets/models.ts";
import { useSingleKeys } from "./use-single-keys.ts";

type Kind = "reply" | "note";

interface Props {
  ticket: Ticket;
  limit: number;
  onReply: (message: string) => void;
  onNote: (message: string) => void;
}

/** A reply for the student, or a note for staff: two boxes with a draft each, told apart by look and words. */
export function WritePane({ ticket, limit, onReply, onNote }: Props) {
  const t = useTranslations("inbox.write");
  const [kind, setKind] = useState<Kind>("reply");
  const boxes = {
    reply: useRef<HTMLTextAreaElement>(null),
    note: useRef<HTMLTextAreaElement>(null),
  };
  const write = (next: Kind) => () => {
    // A hidden box takes no focus, so the tab has to change first.
    flushSync(() => setKind(next));
    boxes[next].current?.focus();
  };
  const { reply: mayReply, note: mayNote } = ticket.can;
  useSingleKeys({
    r: mayReply ? write("reply") : undefined,
    n: mayNote ? write("note") : undefined,
  });
  const reply = {
    value: "reply" as const,
    label: t("reply"),
    panel: <ReplyBox ticket={ticket} limit={limit} inputRef={boxes.reply} onSend={onReply} />,
  };
  const note = {
    value: "note" as const,
    label: t("note"),
    tone: "note" as const,
    panel: <NoteBox ticket={ticket} limit={limit} inputRef={boxes.note} onSend={onNote} />,
  };
  if (!mayReply) return null;
  return (
    <div className="shrink-0 border-t border-line bg-surface px-4 pt-2 pb-3 lg:px-6">
      <Tabs
        label={t("label")}
        value={kind}
        onValueChange={setKind}
        tabs={mayNote ? [reply, note] : [reply]}
      />
    </div>
  );
}

interface BoxProps {
  ticket: Ticket;
  limit: number;
  inputRef: RefObject<HTMLTextAreaElement | null>;
  onSend: (message: string) => void;
}

function ReplyBox({ ticket, ...rest }: BoxProps) {
  const t = useTranslations("inbox.write");
  const tickets = useTranslations("tickets.reply");
  return (
    <Composer
      {...rest}
      draftName={`reply.${ticket.id}`}
      label={t("reply")}
      placeholder={tickets("placeholder")}
      submitLabel={tickets("send")}
    />
  );
}

function NoteBox({ ticket, ...rest }: BoxProps) {
  const t = useTranslations("inbox.write");
  return (
    <div className="note-stripes -mx-2 rounded-md border border-dashed border-note p-2">
      <Composer
        {...rest}
        draftName={`note.${ticket.id}`}
        label={t("note")}
        placeholder={t("noteTo")}
        submitLabel={t("saveNote")}
      />
    </div>
  );
}
