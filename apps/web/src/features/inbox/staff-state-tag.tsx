"use client";
import { Tag, type Tone } from "@atrium/ui/tag";
import { useTranslations } from "next-intl";
import { usePerson } from "../shell/person.tsx";
import type { Ticket } from "../tickets/models.ts";

const tones: Record<Ticket["state"], Tone> = {
  pending: "plain",
  processing: "act",
  waiting: "plain",
  delayed: "plain",
  done: "good",
};

/** The state of a ticket as staff should read it: whose turn it is, and who has it. */
export function StaffStateTag({ ticket }: { ticket: Ticket }) {
  const t = useTranslations("inbox.state");
  const person = usePerson();
  const { state, assignee } = ticket;
  if (state === "processing" && assignee?.id === person.id) {
    return (
      <Tag tone="wait" dot>
        {t("mine")}
      </Tag>
    );
  }
  return <Tag tone={tones[state]}>{t(state, { name: assignee?.name ?? "" })}</Tag>;
}
