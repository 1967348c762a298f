import { ButtonLink } from "@atrium/ui/link";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "../../../features/identity/require-person.ts";
import { PageColumn, PageHeader } from "../../../features/shell/page-header.tsx";
import { OwnTickets } from "../../../features/tickets/own-tickets.tsx";
import { serverCaller } from "../../../trpc/server.ts";

export async function generateMetadata() {
  const t = await getTranslations("tickets.list");
  return { title: t("title") };
}

export default async function TicketsPage() {
  await requirePerson("/tickets");
  const t = await getTranslations("tickets.list");
  const caller = await serverCaller();
  return (
    <PageColumn>
      <PageHeader
        title={t("title")}
        action={
          <ButtonLink href="/tickets/new" variant="primary" link={Link}>
            {t("new")}
          </ButtonLink>
        }
      />
      <OwnTickets initial={await caller.tickets.listMine({})} />
    </PageColumn>
  );
}
