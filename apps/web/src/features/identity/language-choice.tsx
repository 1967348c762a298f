"use client";
import { isLocale, locales } from "@atrium/domain/kernel/locale";
import { Field } from "@atrium/ui/field";
import { Select } from "@atrium/ui/select";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { localeCookie } from "../../i18n/locale.ts";
import { trpc } from "../../trpc/client.ts";
import { describeFailure } from "../../trpc/error.ts";
import { writeDeviceCookie } from "./device-cookie.ts";
import { languageNames } from "./language-names.ts";

/** The language of pages on this device and of mails to this person. */
export function LanguageChoice() {
  const t = useTranslations("identity.me");
  const common = useTranslations("common");
  const router = useRouter();
  const [refreshing, startRefresh] = useTransition();
  const save = trpc.people.setLocale.useMutation({
    networkMode: "always",
    onSuccess(_, { locale }) {
      writeDeviceCookie(localeCookie, locale);
      startRefresh(() => router.refresh());
    },
  });
  const locale = useLocale();
  return (
    <Field
      id="locale"
      label={t("language")}
      hint={t("languageHint")}
      error={save.error && (describeFailure(save.error).message ?? common("failure.unreachable"))}
      aside={
        <span role="status" className="text-sm text-good">
          {save.isSuccess && !refreshing && t("saved")}
        </span>
      }
    >
      {(control) => (
        <Select
          {...control}
          value={save.isPending || refreshing ? save.variables?.locale : locale}
          options={locales.map((value) => ({ value, label: languageNames[value], lang: value }))}
          onChange={({ target }) => isLocale(target.value) && save.mutate({ locale: target.value })}
        />
      )}
    </Field>
  );
}
