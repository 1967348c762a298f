import { z } from "zod";
import { typedText } from "../kernel/text.ts";

export const MESSAGE_MAX_LENGTH = 10_000;

/** What a person writes in a thread: Markdown. */
export const messageSchema = typedText(MESSAGE_MAX_LENGTH);

/** BCP 47 tag of the language something is written in; one that nobody speaks is refused. */
export const languageSchema = z.string().max(35).refine(isKnownLanguage);

/** Made by the sender once per thing sent; sending it again is the same send. */
export const clientKeySchema = z.uuid();

function isKnownLanguage(tag: string): boolean {
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  try {
    return names.of(tag) !== undefined;
  } catch {
    return false; // not the shape of a language tag at all
  }
}
