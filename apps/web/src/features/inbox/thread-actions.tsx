"use client";
import { Button } from "@atrium/ui/button";
import { IconButton } from "@atrium/ui/icon-button";
import { Kbd } from "@atrium/ui/kbd";
import { Menu, type MenuEntry } from "@atrium/ui/menu";
import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazyPart, usePreload } from "../shell/lazy-part.tsx";
import type { Ticket } from "../tickets/models.ts";
import { useSingleKeys } from "./use-single-keys.ts";
import { useTicketActions } from "./use-ticket-actions.ts";

const ReassignDialog = lazyPart(async () => (await import("./reassign-dialog.tsx")).ReassignDialog);

export interface ThreadActionsProps {
  ticket: Ticket;
  /** The ticket is somebody else's now; says so in words. */
  onTaken: (text: string) => void;
}

/** Claim or finish, with the rarer actions behind a menu. Only what this person may do now is there. */
export function ThreadActions({ ticket, onTaken }: ThreadActionsProps) {
  const t = useTranslations("inbox");
  const [handingOver, setHandingOver] = useState(false);
  const actions = useTicketActions(ticket, onTaken);
  const { claim, release, markDone, reopen } = actions;
  useSingleKeys({ c: claim, e: markDone });
  usePreload(ReassignDialog);
  const more: MenuEntry[] = [];
  if (release) more.push({ key: "release", label: t("release"), onSelect: release });
  if (ticket.can.reassign) {
    more.push({ key: "reassign", label: t("handOver"), onSelect: () => setHandingOver(true) });
  }
  return (
    <div className="flex items-center gap-2">
      {claim && (
        <Button
          size="sm"
          variant="primary"
          pending={actions.claiming}
          pendingLabel={t("claiming")}
          onClick={claim}
        >
          {t("claim")} <KeyHint>c</KeyHint>
        </Button>
      )}
      {markDone && (
        <Button
          size="sm"
          variant={claim ? "secondary" : "primary"}
          pending={actions.finishing}
          pendingLabel={t("finishing")}
          onClick={markDone}
        >
          {t("done")} <KeyHint>e</KeyHint>
        </Button>
      )}
      {reopen && (
        <Button
          size="sm"
          pending={actions.reopening}
          pendingLabel={t("reopening")}
          onClick={reopen}
        >
          {t("reopen")}
        </Button>
      )}
      {more.length > 0 && (
        <Menu
          entries={more}
          trigger={
            <IconButton
              label={t("more")}
              icon={<Ellipsis aria-hidden="true" className="size-5" />}
            />
          }
        />
      )}
      {handingOver && (
        <ReassignDialog ticket={ticket} onTaken={onTaken} onClose={() => setHandingOver(false)} />
      )}
    </div>
  );
}

/** The key that does the same; a phone has no keys, and screen readers read the list of keys instead. */
function KeyHint({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="hidden lg:inline">
      <Kbd>{children}</Kbd>
    </span>
  );
}
