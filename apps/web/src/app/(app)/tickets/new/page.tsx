import { MESSAGE_MAX_LENGTH } from "@atrium/domain/threads/schema";
import { SUBJECT_MAX_LENGTH } from "@atrium/domain/tickets/schema";
import { EmptyState } from "@atrium/ui/empty-state";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "../../../../features/identity/require-person.ts";
import { PageColumn, PageHeader } from "../../../../features/shell/page-header.tsx";
import { ComposeForm } from "../../../../features/tickets/compose-form.tsx";

export async function generateMetadata() {
  const t = await getTranslations("tickets.new");
  return { title: t("title") };
}

export default async function NewTicketPage() {
  const person = await requirePerson("/tickets/new");
  const t = await getTranslations("tickets.new");
  return (
    <PageColumn>
      <PageHeader title={t("title")} />
      {person.courses.length === 0 ? (
        <EmptyState title={t("noCourse.title")} text={t("noCourse.text")} />
      ) : (
        <>
          <p className="text-muted">{t("lead")}</p>
          <ComposeForm limits={{ subject: SUBJECT_MAX_LENGTH, message: MESSAGE_MAX_LENGTH }} />
        </>
      )}
    </PageColumn>
  );
}
