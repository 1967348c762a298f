/** Languages of the interface and of mail. Content may be in any language. */
export const locales = ["fi", "en", "sv"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The stored value if it is one of ours, else the default: an old row must never break a page. */
export function toLocale(value: unknown): Locale {
  return isLocale(value) ? value : defaultLocale;
}
