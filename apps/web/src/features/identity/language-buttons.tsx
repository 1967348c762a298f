"use client";
import { locales } from "@atrium/domain/kernel/locale";
import { useLocale, useTranslations } from "next-intl";
import { localeCookie } from "../../i18n/locale.ts";
import { writeDeviceCookie } from "./device-cookie.ts";
import { languageNames } from "./language-names.ts";

/** The language of the pages for somebody who is not signed in, kept on this device. */
export function LanguageButtons() {
  const t = useTranslations("identity.languages");
  const current = useLocale();

  function choose(locale: string) {
    writeDeviceCookie(localeCookie, locale);
    location.reload();
  }

  return (
    <fieldset className="flex flex-wrap gap-x-4">
      <legend className="sr-only">{t("label")}</legend>
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() => choose(locale)}
          className="min-h-11 cursor-pointer text-md text-act underline underline-offset-2 aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:no-underline lg:min-h-9"
        >
          {languageNames[locale]}
        </button>
      ))}
    </fieldset>
  );
}
