"use client";
import { useTranslations } from "next-intl";
import { trpc } from "../../trpc/client.ts";
import type { Ticket } from "../tickets/models.ts";
import { useTicketOutcome } from "./use-ticket-outcome.ts";

/** What staff can do to a ticket besides writing. Each says how it went. */
export function useTicketActions(ticket: Ticket, onTaken: (text: string) => void) {
  const t = useTranslations("inbox");
  const { settle, fail } = useTicketOutcome(ticket, onTaken);
  const { id: ticketId, number } = ticket;
  const options = { networkMode: "always", onError: fail } as const;
  const claim = trpc.tickets.claim.useMutation({
    ...options,
    onSuccess: (changed) => settle(changed, t("claimed", { number })),
  });
  const release = trpc.tickets.release.useMutation({
    ...options,
    onSuccess: (changed) => settle(changed, t("released", { number })),
  });
  const reopen = trpc.tickets.reopen.useMutation({
    ...options,
    onSuccess: (changed) => settle(changed, t("reopened", { number })),
  });
  const markDone = trpc.tickets.markDone.useMutation({
    ...options,
    onSuccess(changed) {
      const undo = { label: t("undo"), run: () => reopen.mutate({ ticketId }) };
      settle(changed, t("finished", { number }), undo);
    },
  });
  const busy = [claim, release, reopen, markDone].some(({ isPending }) => isPending);
  const once = (action: { mutate: (input: { ticketId: string }) => void }) => () => {
    if (!busy) action.mutate({ ticketId });
  };
  return {
    claim: ticket.can.claim ? once(claim) : undefined,
    release: ticket.can.release ? once(release) : undefined,
    reopen: ticket.can.reopen ? once(reopen) : undefined,
    markDone: ticket.can.markDone ? once(markDone) : undefined,
    claiming: claim.isPending,
    reopening: reopen.isPending,
    finishing: markDone.isPending,
  };
}
