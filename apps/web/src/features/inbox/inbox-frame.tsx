"use client";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { lazyPart, usePreload } from "../shell/lazy-part.tsx";
import type { InboxCounts, TicketPage } from "../tickets/models.ts";
import { InboxList } from "./inbox-list.tsx";
import { useInboxPlace } from "./inbox-place.ts";
import { InboxViews } from "./inbox-views.tsx";
import { useSingleKeys } from "./use-single-keys.ts";

const KeysDialog = lazyPart(async () => (await import("./keys-dialog.tsx")).KeysDialog);
const Toaster = lazyPart(async () => (await import("@atrium/ui/toast")).Toaster);

interface Props {
  initial: { counts: InboxCounts; waiting: TicketPage };
  children: ReactNode;
}

/**
 * The inbox: views, list and thread side by side on a wide screen; one of them at a time on a phone, where
 * the views become a menu above the list. Side by side they are exactly as high as the screen and each scrolls
 * by itself, so that the actions and the text box never leave it.
 */
export function InboxFrame({ initial, children }: Props) {
  const t = useTranslations("inbox");
  const common = useTranslations("common");
  const { place, target, go, moving } = useInboxPlace();
  const [keysOpen, setKeysOpen] = useState(false);
  useSingleKeys({ "?": () => setKeysOpen(true) });
  usePreload(KeysDialog);
  return (
    <div className="flex min-h-0 flex-1 lg:h-dvh lg:min-h-96 lg:flex-none">
      <h1 className="sr-only">{t("title")}</h1>
      <div className="hidden w-52 shrink-0 overflow-y-auto border-r border-line bg-surface xl:block">
        <InboxViews place={place} initial={initial.counts} onKeys={() => setKeysOpen(true)} />
      </div>
      <div
        className={clsx(
          "min-h-0 min-w-0 flex-1 flex-col border-line bg-surface lg:flex lg:w-84 lg:flex-none lg:border-r",
          place.ticketId ? "hidden" : "flex",
        )}
      >
        <InboxList place={target} go={go} initial={initial} />
      </div>
      <div
        aria-busy={moving}
        className={clsx(
          "min-h-0 min-w-0 flex-1 flex-col lg:flex",
          place.ticketId ? "flex" : "hidden",
          moving && "opacity-60 transition-opacity delay-200",
        )}
      >
        {children}
      </div>
      {keysOpen && <KeysDialog onClose={() => setKeysOpen(false)} />}
      <Toaster label={common("notices")} closeLabel={common("close")} />
    </div>
  );
}
