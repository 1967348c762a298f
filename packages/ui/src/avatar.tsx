import { clsx } from "clsx";

/** First letters of the first and last name: "Aino Maria Laine" gives "AL". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

/** Initials in a circle. The name stands beside it in text, so it is hidden from screen readers. */
export function Avatar({ name, tone = "act" }: { name: string; tone?: "act" | "note" }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        "grid size-7 shrink-0 place-items-center rounded-full text-xs font-bold select-none",
        tone === "note" ? "bg-note-soft text-note" : "bg-act-soft text-act",
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
