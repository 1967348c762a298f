"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Ticket } from "./models.ts";

/** Who answers a ticket or answered it, after what parts it from the words before; nothing when nobody did. */
export function TicketHolder({ ticket, before }: { ticket: Ticket; before: ReactNode }) {
  const t = useTranslations("tickets.row");
  const { assignee, state } = ticket;
  const done = state === "done";
  if (done && !assignee) return null;
  return (
    <>
      {before}
      <span>
        {assignee ? t(done ? "answered" : "answers", { name: assignee.name }) : t("unclaimed")}
      </span>
    </>
  );
}
