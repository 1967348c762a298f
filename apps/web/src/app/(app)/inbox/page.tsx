import { EmptyState } from "@atrium/ui/empty-state";
import { getTranslations } from "next-intl/server";
import { requirePerson, type SearchParams } from "../../../features/identity/require-person.ts";

export async function generateMetadata() {
  const t = await getTranslations("inbox");
  return { title: t("title") };
}

/** The third pane before a ticket is chosen; views and list are in the layout. */
export default async function InboxPage({ searchParams }: { searchParams: SearchParams }) {
  await requirePerson("/inbox", searchParams);
  const t = await getTranslations("inbox.pick");
  return (
    <div className="m-auto">
      <EmptyState title={t("title")} text={t("text")} />
    </div>
  );
}
