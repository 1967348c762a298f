import type { Locale } from "@atrium/domain/kernel/locale";

/** Each language by its own name: who cannot read this page must still find theirs. */
export const languageNames: Record<Locale, string> = {
  fi: "Suomi",
  en: "English",
  sv: "Svenska",
};
