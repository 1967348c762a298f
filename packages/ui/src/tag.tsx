import { clsx } from "clsx";
import type { ReactNode } from "react";

export type Tone = "plain" | "act" | "wait" | "good" | "bad" | "note";

const tones: Record<Tone, string> = {
  plain: "bg-line text-ink",
  act: "bg-act-soft text-act",
  wait: "bg-wait-soft text-wait",
  good: "bg-good-soft text-good",
  bad: "bg-bad-soft text-bad",
  note: "bg-note-soft text-note",
};

/** A short state in words; the colour only repeats it. `dot` adds a mark that survives forced colours. */
export function Tag({
  tone = "plain",
  dot,
  children,
}: {
  tone?: Tone | undefined;
  dot?: boolean;
  children: ReactNode;
}) {
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1.5 rounded-full px-2 text-sm font-semibold whitespace-nowrap",
        "forced-colors:border",
        tones[tone],
      )}
    >
      {dot && <Dot />}
      {children}
    </span>
  );
}

/** A round mark for news. Decoration: say it in text as well. */
export function Dot() {
  return (
    <span
      aria-hidden="true"
      className="inline-block size-2 shrink-0 rounded-full bg-current forced-colors:bg-[CanvasText]"
    />
  );
}

/** A number of things, with the words a screen reader should say instead of the bare figure. */
export function Count({
  value,
  label,
  strong,
}: {
  value: number;
  label: string;
  strong?: boolean;
}) {
  if (value === 0) return null;
  return (
    <span
      className={clsx(
        "inline-block min-w-6 rounded-full px-1.5 text-center text-sm font-semibold tabular-nums",
        strong ? "bg-act text-act-ink forced-colors:border" : "text-muted",
      )}
    >
      <span aria-hidden="true">{value > 999 ? "999+" : value}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
