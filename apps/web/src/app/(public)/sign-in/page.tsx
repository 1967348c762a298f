import { TextLink } from "@atrium/ui/link";
import { Logo } from "@atrium/ui/logo";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { safePath } from "../../../auth/safe-path.ts";
import { LanguageButtons } from "../../../features/identity/language-buttons.tsx";
import { SignInForm } from "../../../features/identity/sign-in-form.tsx";
import { ClientMessages } from "../../../i18n/client-messages.tsx";
import { getRuntime } from "../../../server/runtime.ts";
import { currentPerson } from "../../../trpc/server.ts";

export async function generateMetadata() {
  const t = await getTranslations("identity.signIn");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl } = await searchParams;
  const wanted = typeof callbackUrl === "string" ? callbackUrl : null;
  if (await currentPerson()) redirect(safePath(wanted, getRuntime().env.origin));
  const t = await getTranslations("identity.signIn");
  return (
    <ClientMessages namespaces={["identity"]}>
      <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col gap-6 px-5 py-8 sm:justify-center">
        <Logo />
        <div>
          <h1 className="text-2xl font-bold tracking-tight">{t("title")}</h1>
          <p className="mt-1 text-muted">{t("lead")}</p>
        </div>
        <SignInForm callbackUrl={wanted} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <TextLink href="/about">{t("about")}</TextLink>
          <LanguageButtons />
        </div>
      </main>
    </ClientMessages>
  );
}
