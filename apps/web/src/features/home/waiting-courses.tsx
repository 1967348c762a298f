"use client";
import { EmptyState } from "@atrium/ui/empty-state";
import { Count } from "@atrium/ui/tag";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { trpc } from "../../trpc/client.ts";
import { Failure } from "../shell/failure.tsx";
import { pickText } from "../shell/localized.ts";
import type { InboxCounts } from "../tickets/models.ts";

/** For staff: how many tickets wait in each course, each a way into that course's inbox. */
export function WaitingCourses({ initial }: { initial: InboxCounts }) {
  const t = useTranslations("home");
  const nav = useTranslations("common.nav");
  const locale = useLocale();
  const counts = trpc.tickets.countInbox.useQuery({}, { initialData: initial });
  const courses = counts.data.courses.filter((course) => course.waiting > 0);
  return (
    <section aria-labelledby="staff" className="flex flex-col gap-2">
      <h2 id="staff" className="text-lg font-semibold">
        {t("staff")}
      </h2>
      {counts.isError && <Failure error={counts.error} retry={() => void counts.refetch()} />}
      <ul className="rounded-lg border border-line bg-surface">
        {courses.map(({ courseId, code, name, waiting }) => {
          const { text, lang } = pickText(name, locale);
          return (
            <li key={courseId} className="border-line not-first:border-t">
              <Link
                href={`/inbox?course=${courseId}`}
                className="flex min-h-12 items-center gap-3 rounded-lg px-4 py-2 text-ink no-underline hover:bg-paper"
              >
                <span className="min-w-0 flex-1 truncate">
                  <b className="font-semibold">{code}</b> <span lang={lang}>{text}</span>
                </span>
                <Count value={waiting} label={nav("waiting", { count: waiting })} strong />
              </Link>
            </li>
          );
        })}
        {courses.length === 0 && (
          <li>
            <EmptyState title={t("staffEmpty")} />
          </li>
        )}
      </ul>
    </section>
  );
}
