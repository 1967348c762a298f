"use client";
import { Select } from "@atrium/ui/select";
import { useTranslations } from "next-intl";
import type { InboxCounts } from "../tickets/models.ts";
import { type InboxPlace, inboxViews } from "./inbox-place.ts";
import { useInboxCounts } from "./inbox-views.tsx";

interface Props {
  place: InboxPlace;
  go: (change: Partial<InboxPlace>) => void;
  initial: InboxCounts;
}

/** Views and courses as two menus, where the screen has no room for their pane. */
export function InboxFilter({ place, go, initial }: Props) {
  const t = useTranslations("inbox");
  const counts = useInboxCounts(place.courseId, initial);
  return (
    <div className="flex flex-col gap-2 border-b border-line px-4 py-3 xl:hidden">
      <h2 className="text-xl font-bold tracking-tight">{t("title")}</h2>
      <Select
        aria-label={t("views.label")}
        value={place.view}
        options={inboxViews.map((view) => ({
          value: view,
          label: `${t(`views.${view}`)} (${counts.views[view]})`,
        }))}
        onChange={({ target }) => {
          const view = inboxViews.find((each) => each === target.value);
          if (view) go({ view, ticketId: null });
        }}
      />
      {counts.courses.length > 1 && (
        <Select
          aria-label={t("courses")}
          value={place.courseId ?? ""}
          options={[
            { value: "", label: t("allCourses") },
            ...counts.courses.map(({ courseId, code, waiting }) => ({
              value: courseId,
              label: `${code} (${waiting})`,
            })),
          ]}
          onChange={({ target }) => go({ courseId: target.value || null, ticketId: null })}
        />
      )}
    </div>
  );
}
