import { z } from "zod";

/**
 * Characters that hide or reorder what stands around them (Unicode UAX #9, "Trojan Source"). The
 * joiners U+200C and U+200D stay: emoji and several scripts need them.
 */
const DECEPTIVE = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** The text as everybody will see it. */
export function withoutDeceptive(text: string): string {
  return text.replaceAll(DECEPTIVE, "");
}

/**
 * Text a person typed: trimmed, in Unicode NFC, without NUL (Postgres refuses it) and without lone
 * surrogates (JSON and UTF-8 do). `max` counts UTF-16 units, as the browser's maxlength does.
 */
export function typedText(max: number) {
  return z
    .string()
    .max(max)
    .transform((text) =>
      withoutDeceptive(text.toWellFormed()).replaceAll("\0", "").normalize("NFC").trim(),
    )
    .pipe(z.string().min(1));
}

/** The same for one line: line breaks and other control characters become spaces. */
export function typedLine(max: number) {
  return z
    .string()
    .max(max)
    .transform((text) =>
      withoutDeceptive(text.toWellFormed())
        .normalize("NFC")
        .replaceAll(/\p{Cc}+/gu, " ")
        .trim(),
    )
    .pipe(z.string().min(1));
}
