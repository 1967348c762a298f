import { z } from "zod";

/**
 * Text a person typed: trimmed, in Unicode NFC, without NUL (Postgres refuses it) and without lone
 * surrogates (JSON and UTF-8 do). `max` counts UTF-16 units, as the browser's maxlength does.
 */
export function typedText(max: number) {
  return z
    .string()
    .max(max)
    .transform((text) => text.toWellFormed().replaceAll("\0", "").normalize("NFC").trim())
    .pipe(z.string().min(1));
}

/** The same for one line: line breaks and other control characters become spaces. */
export function typedLine(max: number) {
  return z
    .string()
    .max(max)
    .transform((text) =>
      text
        .toWellFormed()
        .normalize("NFC")
        .replaceAll(/\p{Cc}+/gu, " ")
        .trim(),
    )
    .pipe(z.string().min(1));
}
