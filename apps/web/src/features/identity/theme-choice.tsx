"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Theme, themeCookie } from "../../theme.ts";
import { writeDeviceCookie } from "./device-cookie.ts";

const choices = ["system", "light", "dark"] as const;
type Choice = (typeof choices)[number];

/** Light, dark or as the device; takes effect at once and is kept on this device. */
export function ThemeChoice({ initial }: { initial: Theme | undefined }) {
  const t = useTranslations("identity.me");
  const [chosen, setChosen] = useState<Choice>(initial ?? "system");

  function choose(choice: Choice) {
    setChosen(choice);
    writeDeviceCookie(themeCookie, choice === "system" ? null : choice);
    if (choice === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
  }

  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="font-semibold">{t("theme")}</legend>
      <p className="text-md text-muted">{t("themeHint")}</p>
      <div className="flex flex-wrap gap-x-6">
        {choices.map((choice) => (
          <label
            key={choice}
            className="flex min-h-11 cursor-pointer items-center gap-2 lg:min-h-9"
          >
            <input
              type="radio"
              name="theme"
              value={choice}
              checked={chosen === choice}
              onChange={() => choose(choice)}
              className="size-6 accent-act"
            />
            {t(`themes.${choice}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
