"use client";
import { useTranslations } from "next-intl";
import { trpc } from "../../trpc/client.ts";

/**
 * Who has a ticket that went from under the reader's hands, in words; null when that is not known
 * (yet), or when nobody has it.
 */
export function useNewHolder(ticketId: string, known: string | null): string | null {
  const t = useTranslations("inbox");
  const { data } = trpc.tickets.getHolder.useQuery(
    { ticketId },
    { enabled: known === null, retry: false },
  );
  return known ?? (data ? t("taken.by", { name: data.name }) : null);
}
