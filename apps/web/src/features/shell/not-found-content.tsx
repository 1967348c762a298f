import { ButtonLink } from "@atrium/ui/link";
import { getTranslations } from "next-intl/server";

/**
 * What does not exist, or not for this reader: the two look the same on purpose. A plain link, because every
 * page loads the code of this one.
 */
export async function NotFoundContent() {
  const t = await getTranslations("common.notFound");
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col items-start gap-3 px-5 py-16">
      <title>{`${t("title")} - Atrium`}</title>
      <h1 className="text-2xl font-bold tracking-tight">{t("title")}</h1>
      <p>{t("text")}</p>
      <ButtonLink href="/" variant="primary">
        {t("home")}
      </ButtonLink>
    </div>
  );
}
