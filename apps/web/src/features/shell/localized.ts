import { defaultLocale } from "@atrium/domain/kernel/locale";

/** One text with the language it is in, for the `lang` attribute. */
export interface PickedText {
  text: string;
  lang: string;
}

/** The reader's own language, else English, else whatever there is. */
export function pickText(texts: Record<string, string>, locale: string): PickedText {
  for (const lang of [locale, defaultLocale]) {
    const text = texts[lang];
    if (text) return { text, lang };
  }
  const [lang = locale, text = ""] = Object.entries(texts).find(([, value]) => value) ?? [];
  return { text, lang };
}
