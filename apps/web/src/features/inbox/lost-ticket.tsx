"use client";
import { Field } from "@atrium/ui/field";
import { TextArea } from "@atrium/ui/text-area";
import { useTranslations } from "next-intl";
import { UnsentItem } from "../threads/unsent-item.tsx";
import type { Outbox } from "../threads/use-outbox.ts";
import { useStored } from "../threads/use-stored.ts";
import { TicketGone } from "../tickets/ticket-gone.tsx";
import { hrefOf, useInboxPlace } from "./inbox-place.ts";
import { useNewHolder } from "./use-new-holder.ts";

interface Props {
  ticketId: string;
  /** Who has it now, in words, when that is known. */
  title: string | null;
  replies: Outbox;
  notes: Outbox;
}

/**
 * Takes the place of a ticket that is somebody else's now. The conversation goes, what this person has written
 * themselves does not.
 */
export function LostTicket({ ticketId, title, replies, notes }: Props) {
  const t = useTranslations("inbox");
  const { place } = useInboxPlace();
  const holder = useNewHolder(ticketId, title);
  const [reply] = useStored(`draft.reply.${ticketId}`, "");
  const [note] = useStored(`draft.note.${ticketId}`, "");
  const drafts = [
    { label: t("taken.reply"), text: reply },
    { label: t("taken.note"), text: note },
  ].filter(({ text }) => text !== "");
  const written = drafts.length + replies.items.length + notes.items.length > 0;
  return (
    <div className="m-auto flex max-h-full w-full max-w-2xl flex-col gap-4 overflow-y-auto px-4 py-6 lg:px-6">
      <div className={written ? "-mx-4" : "mx-auto"}>
        <TicketGone
          title={holder}
          text={written ? t("taken.draft") : undefined}
          back={{ href: hrefOf({ ...place, ticketId: null }), label: t("back") }}
        />
      </div>
      {drafts.map(({ label, text }) => (
        <Field key={label} label={label}>
          {(control) => <TextArea {...control} readOnly value={text} />}
        </Field>
      ))}
      {replies.items.map((item) => (
        <UnsentItem key={item.clientKey} item={item} outbox={replies} />
      ))}
      {notes.items.map((item) => (
        <UnsentItem key={item.clientKey} item={item} outbox={notes} tone="note" />
      ))}
    </div>
  );
}
