import { Logo } from "@atrium/ui/logo";
import { getTranslations } from "next-intl/server";
import { LanguageButtons } from "../../../features/identity/language-buttons.tsx";
import { WayIn } from "../../../features/identity/way-in.tsx";
import { ClientMessages } from "../../../i18n/client-messages.tsx";

export async function generateMetadata() {
  const t = await getTranslations("about");
  return { title: t("title"), description: t("description") };
}

export default async function AboutPage() {
  const t = await getTranslations("about");
  return (
    <main className="mx-auto flex w-full max-w-2xl flex-col gap-6 px-5 py-8">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <a href="/" className="no-underline">
          <Logo />
        </a>
        <ClientMessages namespaces={["identity"]}>
          <LanguageButtons />
        </ClientMessages>
      </div>
      <h1 className="text-2xl font-bold tracking-tight">{t("title")}</h1>
      {(["what", "who", "sees"] as const).map((part) => (
        <section key={part} className="flex flex-col gap-1">
          <h2 className="text-lg font-semibold">{t(`${part}.title`)}</h2>
          <p className="max-w-[70ch]">{t(`${part}.text`)}</p>
        </section>
      ))}
      <section className="flex flex-col gap-1">
        <h2 className="text-lg font-semibold">{t("stores.title")}</h2>
        <ul className="max-w-[70ch] list-disc pl-5">
          {(["account", "tickets", "device", "never"] as const).map((item) => (
            <li key={item}>{t(`stores.${item}`)}</li>
          ))}
        </ul>
      </section>
      <p>
        <WayIn toSignIn={t("toSignIn")} toHome={t("toHome")} />
      </p>
    </main>
  );
}
