"use client";
import { Button } from "@atrium/ui/button";
import { Kbd } from "@atrium/ui/kbd";
import { clsx } from "clsx";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { trpc } from "../../trpc/client.ts";
import { pickText } from "../shell/localized.ts";
import type { InboxCounts } from "../tickets/models.ts";
import { hrefOf, type InboxPlace, inboxViews } from "./inbox-place.ts";

interface Props {
  place: InboxPlace;
  initial: InboxCounts;
  onKeys: () => void;
}

/** The first pane: views with what is in each, and the courses to narrow them to. */
export function InboxViews({ place, initial, onKeys }: Props) {
  const t = useTranslations("inbox");
  const locale = useLocale();
  const counts = useInboxCounts(place.courseId, initial);
  return (
    <nav aria-label={t("views.label")} className="flex min-h-full flex-col px-3 py-4">
      <h2 className="px-2 pb-2 font-semibold">{t("title")}</h2>
      {inboxViews.map((view) => (
        <PaneLink
          key={view}
          href={hrefOf({ ...place, view, ticketId: null })}
          current={view === place.view}
          count={counts.views[view]}
        >
          {t(`views.${view}`)}
        </PaneLink>
      ))}
      <h2 className="px-2 pt-4 pb-1 text-sm font-semibold text-muted">{t("courses")}</h2>
      <PaneLink
        href={hrefOf({ ...place, courseId: null, ticketId: null })}
        current={place.courseId === null}
      >
        {t("allCourses")}
      </PaneLink>
      {counts.courses.map(({ courseId, code, name, waiting }) => {
        const { text, lang } = pickText(name, locale);
        return (
          <PaneLink
            key={courseId}
            href={hrefOf({ ...place, courseId, ticketId: null })}
            current={courseId === place.courseId}
            count={waiting}
          >
            {code} <span lang={lang}>{text}</span>
          </PaneLink>
        );
      })}
      <div className="mt-auto pt-4">
        <Button variant="quiet" size="sm" className="-ml-1 whitespace-nowrap" onClick={onKeys}>
          <Kbd>?</Kbd> {t("help.open")}
        </Button>
      </div>
    </nav>
  );
}

/** Counts of one course or of all; those of all come with the page. */
export function useInboxCounts(courseId: string | null, initial: InboxCounts): InboxCounts {
  const counts = trpc.tickets.countInbox.useQuery(courseId ? { courseId } : {}, {
    ...(courseId === null && { initialData: initial }),
    placeholderData: (previous) => previous ?? initial,
  });
  return counts.data ?? initial;
}

interface PaneLinkProps {
  href: string;
  current: boolean;
  count?: number;
  children: ReactNode;
}

function PaneLink({ href, current, count, children }: PaneLinkProps) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={current ? "true" : undefined}
      className={clsx(
        "flex min-h-9 items-start gap-2 rounded-md px-2 py-1.5 text-md text-ink no-underline hover:bg-paper",
        "aria-[current]:bg-paper aria-[current]:font-semibold forced-colors:aria-[current]:underline",
      )}
    >
      <span className="min-w-0 flex-1">{children}</span>
      {count !== undefined && <span className="text-muted tabular-nums">{count}</span>}
    </Link>
  );
}
