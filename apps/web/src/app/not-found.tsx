import { getTranslations } from "next-intl/server";
import { NotFoundContent } from "../features/shell/not-found-content.tsx";

export async function generateMetadata() {
  const t = await getTranslations("common.notFound");
  return { title: t("title") };
}

export default function NotFoundPage() {
  return (
    <main>
      <NotFoundContent />
    </main>
  );
}
