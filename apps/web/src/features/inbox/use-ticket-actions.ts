"use client";
import { useTranslations } from "next-intl";
import { trpc } from "../../trpc/client.ts";
import { describeFailure } from "../../trpc/error.ts";
import type { Ticket } from "../tickets/models.ts";
import { notify } from "./notify.ts";

/** What staff can do to a ticket besides writing. Each says how it went; losing a claim names the winner. */
export function useTicketActions(ticket: Ticket, onTaken: (text: string) => void) {
  const t = useTranslations("inbox");
  const common = useTranslations("common");
  const utils = trpc.useUtils();
  const { id: ticketId, number } = ticket;

  function settle(changed: Ticket, title: string) {
    utils.tickets.get.setData({ ticketId }, changed);
    void utils.tickets.invalidate();
    void notify({ title });
  }

  function fail(error: unknown) {
    const { domainCode, details, message } = describeFailure(error);
    const winner = details.assignee as Ticket["assignee"] | undefined;
    if (domainCode === "tickets.already_claimed" && winner) lose(winner);
    else void notify({ title: message ?? common("failure.unreachable"), tone: "bad" });
    // Whatever was refused, the page showed something that is no longer so.
    void utils.tickets.invalidate();
  }

  function lose(winner: NonNullable<Ticket["assignee"]>) {
    const title = t("lost.title", { name: winner.name });
    onTaken(title);
    // What can no longer be done goes at once, before the ticket is read afresh.
    utils.tickets.get.setData(
      { ticketId },
      (old) => old && { ...old, assignee: winner, can: { ...old.can, claim: false } },
    );
    void notify({ title, text: t("lost.text"), tone: "bad" });
  }

  const options = { networkMode: "always", onError: fail } as const;
  const claim = trpc.tickets.claim.useMutation({
    ...options,
    onSuccess: (changed) => settle(changed, t("claimed", { number })),
  });
  const release = trpc.tickets.release.useMutation({
    ...options,
    onSuccess: (changed) => settle(changed, t("released", { number })),
  });
  const markDone = trpc.tickets.markDone.useMutation({
    ...options,
    onSuccess: (changed) => settle(changed, t("finished", { number })),
  });
  const busy = claim.isPending || release.isPending || markDone.isPending;
  const once = (action: { mutate: (input: { ticketId: string }) => void }) => () => {
    if (!busy) action.mutate({ ticketId });
  };
  return {
    claim: ticket.can.claim ? once(claim) : undefined,
    release: ticket.can.release ? once(release) : undefined,
    markDone: ticket.can.markDone ? once(markDone) : undefined,
    claiming: claim.isPending,
    finishing: markDone.isPending,
  };
}
