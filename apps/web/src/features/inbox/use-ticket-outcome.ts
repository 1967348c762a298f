"use client";
import type { ToastText } from "@atrium/ui/toast";
import { useTranslations } from "next-intl";
import { useCacheTools } from "../../trpc/client.ts";
import { describeFailure } from "../../trpc/error.ts";
import { useSignInPath } from "../shell/sign-in-again.tsx";
import type { Ticket } from "../tickets/models.ts";
import { notify } from "./notify.ts";

/** How an action on a ticket ended, shown and said; losing a claim names the winner. */
export function useTicketOutcome({ id: ticketId }: Ticket, onTaken: (text: string) => void) {
  const t = useTranslations("inbox");
  const common = useTranslations("common");
  const utils = useCacheTools();
  const signInPath = useSignInPath();

  function settle(changed: Ticket, title: string, action?: ToastText["action"]) {
    utils.tickets.get.setData({ ticketId }, changed);
    void utils.invalidate("tickets");
    void notify({ title, ...(action && { action }) });
  }

  function fail(error: unknown) {
    const { domainCode, details, message } = describeFailure(error);
    const winner = details.assignee as Ticket["assignee"] | undefined;
    if (domainCode === "tickets.already_claimed" && winner) lose(winner);
    else refuse(message ?? common("failure.unreachable"), domainCode === "unauthenticated");
    // Whatever was refused, the page showed something that is no longer so.
    void utils.invalidate("tickets");
  }

  function refuse(title: string, signedOut: boolean) {
    const signIn = { label: common("failure.signIn"), run: () => location.assign(signInPath) };
    void notify({ title, tone: "bad", ...(signedOut && { action: signIn }) });
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

  return { settle, fail };
}
