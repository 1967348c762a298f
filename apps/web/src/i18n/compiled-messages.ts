import compile from "icu-minify/compile";
import type { Messages } from "../server/runtime.ts";

const compiled = new WeakMap<Messages, Messages>();

/**
 * The catalogue with every ICU message parsed beforehand, as `use-intl/format-message/format-only` wants it.
 * The parser is a tenth of the script a student's first page may load. Made once per catalogue.
 */
export function compiledMessages(messages: Messages): Messages {
  const known = compiled.get(messages);
  if (known) return known;
  const entries = Object.entries(messages).map(([key, value]) => [
    key,
    typeof value === "string" ? compilePlain(value) : compiledMessages(value),
  ]);
  // A compiled message is a string or an array; next-intl's types know only the source form.
  const made = Object.fromEntries(entries) as Messages;
  compiled.set(messages, made);
  return made;
}

/** Through JSON, because React hands only plain objects to the browser and the compiler's have no prototype. */
function compilePlain(message: string): unknown {
  return JSON.parse(JSON.stringify(compile(message)));
}
