"use client";
import { useFormatter, useTranslations } from "next-intl";
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

/** When something happened; the exact time is in the title and for machines. */
export function Time({ at, className }: { at: string; className?: string }) {
  const t = useTranslations("common.time");
  const format = useFormatter();
  const now = useSyncExternalStore(subscribe, readNow, readNow);
  const date = new Date(at);
  const age = ageOf(date.getTime(), now);
  const clock = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;
  // Server and browser may differ by a minute or in a locale's spelling; neither is worth a new render.
  return (
    <time
      dateTime={at}
      title={format.dateTime(date, { dateStyle: "full", timeStyle: "short" })}
      className={className}
      suppressHydrationWarning
    >
      {age.unit === "now" && t("now")}
      {(age.unit === "minutes" || age.unit === "hours") && t(age.unit, { count: age.count })}
      {age.unit === "date" &&
        format.dateTime(date, age.sameYear ? clock : { ...clock, year: "numeric" })}
    </time>
  );
}
