import { ButtonLink } from "@atrium/ui/link";
import { Logo } from "@atrium/ui/logo";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { greetingOf, hourIn } from "../../features/home/greeting.ts";
import { WaitingCourses } from "../../features/home/waiting-courses.tsx";
import { WaitsForYou } from "../../features/home/waits-for-you.tsx";
import { requirePerson } from "../../features/identity/require-person.ts";
import { loadInboxCounts, loadOwnTickets } from "../../features/shell/load-counts.ts";
import { OfflineBanner } from "../../features/shell/offline-banner.tsx";
import { PageColumn, PageHeader } from "../../features/shell/page-header.tsx";
import { ClientMessages } from "../../i18n/client-messages.tsx";
import { serverCaller } from "../../trpc/server.ts";

export async function generateMetadata() {
  const t = await getTranslations("home");
  return { title: t("title") };
}

export default async function HomePage() {
  const person = await requirePerson("/");
  const t = await getTranslations("home");
  const caller = await serverCaller();
  const [mine, counts, taken] = await Promise.all([
    loadOwnTickets(),
    person.isStaff ? loadInboxCounts() : null,
    person.isStaff ? caller.tickets.listInbox({ view: "mine" }) : null,
  ]);
  const greeting = greetingOf(hourIn(person.timeZone, new Date()));
  return (
    <ClientMessages namespaces={["home", "tickets"]}>
      <PageColumn>
        <div className="md:hidden">
          <Logo />
        </div>
        <PageHeader
          title={t(`greeting.${greeting}`, { name: person.firstName })}
          action={
            <ButtonLink href="/tickets/new" variant="primary" link={Link}>
              {t("ask")}
            </ButtonLink>
          }
        />
        <OfflineBanner />
        {counts && <WaitingCourses initial={counts} />}
        <WaitsForYou initial={mine} taken={taken} />
      </PageColumn>
    </ClientMessages>
  );
}
