"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { trpc, useCacheTools } from "../../trpc/client.ts";
import { describeFailure } from "../../trpc/error.ts";

/**
 * Who has a ticket that went from under the reader's hands, in words; null when that cannot be told. Only a claim
 * is told the name of the one who has it. Should the ticket be free again by then it is the reader's, who was
 * about to answer it.
 */
export function useNewHolder(ticketId: string, known: string | null): string | null {
  const t = useTranslations("inbox");
  const cache = useCacheTools();
  const [name, setName] = useState<string | null>(null);
  const { mutate } = trpc.tickets.claim.useMutation({
    networkMode: "always",
    onError(error) {
      const assignee = describeFailure(error).details.assignee as { name: string } | undefined;
      if (assignee) setName(assignee.name);
    },
    onSuccess: () => void cache.invalidate("tickets"),
  });
  const asked = known === null;
  useEffect(() => {
    if (asked) mutate({ ticketId });
  }, [asked, ticketId, mutate]);
  return known ?? (name && t("taken.by", { name }));
}
