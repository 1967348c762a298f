"use client";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { ageOf } from "./relative-time.ts";

const tick = 30_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all times on the page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, tick);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function readNow(): number {
  return Math.floor(Date.now() / tick) * tick;
}

const thisYear = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;

/** English readers here live with the day before the month and a clock of 24 hours. */
function dateLocale(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}

/** When something happened; the exact time is in the title and for machines. */
export function Time({ at, className }: { at: string; className?: string }) {
  const t = useTranslations("common.time");
  const locale = useLocale();
  const timeZone = useTimeZone();
  const now = useSyncExternalStore(subscribe, readNow, readNow);
  const date = new Date(at);
  const age = ageOf(date.getTime(), now);
  const write = (form: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(dateLocale(locale), { ...form, timeZone }).format(date);
  // Server and browser may differ by a minute or in a locale's spelling; neither is worth a new render.
  return (
    <time
      dateTime={at}
      title={write({ dateStyle: "full", timeStyle: "short" })}
      className={className}
      suppressHydrationWarning
    >
      {age.unit === "now" && t("now")}
      {(age.unit === "minutes" || age.unit === "hours") && t(age.unit, { count: age.count })}
      {age.unit === "date" && write(age.sameYear ? thisYear : { ...thisYear, year: "numeric" })}
    </time>
  );
}
