import { defaultLocale, isLocale, type Locale } from "@atrium/domain/kernel/locale";

export const localeCookie = "atrium.locale";

/**
 * The language of the account that is signed in on this device, for pages made without knowing who asks. Its
 * being there says that somebody is signed in; it proves nothing.
 */
export const personLocaleCookie = "atrium.person-locale";

/** First supported language of an Accept-Language header by weight (RFC 9110, 12.5.4), or none. */
export function localeFromHeader(header: string | null | undefined): Locale | null {
  const ranked = (header ?? "")
    .split(",", 20)
    .map((part) => {
      const [tag = "", ...params] = part.trim().split(";");
      const weight = params
        .find((param) => param.trim().startsWith("q="))
        ?.trim()
        .slice(2);
      return { language: tag.split("-")[0]?.toLowerCase(), weight: Number(weight ?? "1") };
    })
    .filter((item) => item.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return ranked.map((item) => item.language).find(isLocale) ?? null;
}

/** The reader's own choice first, then what the account says, then what the browser asks for. */
export function pickLocale(from: {
  cookie?: string | undefined;
  person?: string | null | undefined;
  header?: string | null | undefined;
}): Locale {
  if (isLocale(from.cookie)) return from.cookie;
  if (isLocale(from.person)) return from.person;
  return localeFromHeader(from.header) ?? defaultLocale;
}
