import { readdirSync, readFileSync } from "node:fs";
import { type Locale, locales } from "@atrium/domain/kernel/locale";
import { createTranslator } from "use-intl/core";
import type { Messages } from "./runtime.ts";

const folder = new URL("../../messages/", import.meta.url);

export interface MessageCatalogue {
  messages(locale: Locale): Messages;
  /** Text of an error code in a language; the general error text when the code has none. */
  translate(locale: Locale, code: string, details?: Readonly<Record<string, unknown>>): string;
}

/** Reads messages/<locale>/<domain>.json. With `fresh` every call reads them anew. */
export function createMessageCatalogue({ fresh }: { fresh: boolean }): MessageCatalogue {
  const kept = new Map<string, Messages>();

  function messages(locale: Locale): Messages {
    const found = fresh ? undefined : kept.get(locale);
    const loaded = found ?? load(locale);
    kept.set(locale, loaded);
    return loaded;
  }

  for (const locale of locales) messages(locale);
  return {
    messages,
    translate(locale, code, details) {
      const t: Translator = createTranslator({
        locale,
        messages: messages(locale) as Record<string, string>,
        onError: ignore,
        getMessageFallback,
      });
      const text = t(`errors.${code}`, plainValues(details));
      return text === notTold ? t("errors.internal") : text;
    },
  };
}

/** Keys come from the domain at run time, so they cannot be checked by type here. */
type Translator = (key: string, values?: Record<string, string | number>) => string;

const notTold = "";
const getMessageFallback = () => notTold;
/** A code without words, or words without their details, gets the general text instead. */
const ignore = () => undefined;

function load(locale: Locale): Messages {
  const directory = new URL(`${locale}/`, folder);
  const files = readdirSync(directory).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    files.map((name) => [
      name.slice(0, -".json".length),
      JSON.parse(readFileSync(new URL(name, directory), "utf8")) as Messages,
    ]),
  );
}

/** Details as message arguments: a person, given as { id, name }, is written by name. */
function plainValues(
  details: Readonly<Record<string, unknown>> = {},
): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(details)) {
    if (typeof value === "string" || typeof value === "number") values[key] = value;
    else if (hasName(value)) values[key] = value.name;
  }
  return values;
}

function hasName(value: unknown): value is { name: string } {
  return (
    typeof value === "object" && value !== null && "name" in value && typeof value.name === "string"
  );
}
