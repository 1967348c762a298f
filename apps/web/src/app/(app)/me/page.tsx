import { TextLink } from "@atrium/ui/link";
import { cookies } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LanguageChoice } from "../../../features/identity/language-choice.tsx";
import { OwnCourses } from "../../../features/identity/own-courses.tsx";
import { requirePerson } from "../../../features/identity/require-person.ts";
import { SignOutButton } from "../../../features/identity/sign-out-button.tsx";
import { ThemeChoice } from "../../../features/identity/theme-choice.tsx";
import { PageColumn, PageHeader } from "../../../features/shell/page-header.tsx";
import { ClientMessages } from "../../../i18n/client-messages.tsx";
import { readTheme, themeCookie } from "../../../theme.ts";

export async function generateMetadata() {
  const t = await getTranslations("identity.me");
  return { title: t("title") };
}

export default async function MePage() {
  const person = await requirePerson("/me");
  const t = await getTranslations("identity.me");
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  return (
    <ClientMessages namespaces={["identity"]}>
      <PageColumn>
        <PageHeader title={t("title")} action={<SignOutButton />} />
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
          <dt className="text-muted">{t("name")}</dt>
          <dd className="font-semibold">{`${person.firstName} ${person.lastName}`}</dd>
          <dt className="text-muted">{t("email")}</dt>
          <dd className="wrap-anywhere">{person.email}</dd>
          <dt className="text-muted">{t("courses")}</dt>
          <dd>
            <OwnCourses />
          </dd>
        </dl>
        <hr className="border-line" />
        <LanguageChoice />
        <ThemeChoice initial={theme} />
        <p>
          <TextLink href="/about" link={Link}>
            {t("about")}
          </TextLink>
        </p>
      </PageColumn>
    </ClientMessages>
  );
}
