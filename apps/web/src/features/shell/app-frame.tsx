"use client";
import { AppShell } from "@atrium/ui/app-shell";
import { House, Inbox, LifeBuoy, User } from "lucide-react";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { personLocaleCookie } from "../../i18n/locale.ts";
import { useLiveChanges } from "../../live/use-live-changes.ts";
import { writeDeviceCookie } from "../identity/device-cookie.ts";
import { type InitialCounts, useNavCounts } from "./nav-counts.ts";
import { usePerson } from "./person.tsx";
import { TabTitle } from "./tab-title.tsx";

/** The shell of the signed-in site: navigation with live counts, tab title, stream of changes. */
export function AppFrame({ initial, children }: { initial: InitialCounts; children: ReactNode }) {
  const t = useTranslations("common.nav");
  const person = usePerson();
  const path = usePathname();
  const { news, waiting } = useNavCounts(initial);
  useLiveChanges();
  useEffect(() => writeDeviceCookie(personLocaleCookie, person.locale), [person.locale]);
  const item = (href: string, label: string, icon: ReactNode) => ({
    href,
    label,
    icon: <NavIcon>{icon}</NavIcon>,
    current: href === "/" ? path === "/" : path.startsWith(href),
  });
  const support = {
    ...item("/tickets", t("support"), <LifeBuoy aria-hidden="true" />),
    count: { value: news, label: t("news", { count: news }), strong: true },
  };
  const inbox = {
    ...item("/inbox", t("inbox"), <Inbox aria-hidden="true" />),
    count: { value: waiting, label: t("waiting", { count: waiting }), strong: true },
  };
  return (
    <AppShell
      nav={[
        item("/", t("home"), <House aria-hidden="true" />),
        support,
        ...(person.isStaff ? [inbox] : []),
      ]}
      account={{
        ...item("/me", t("me"), <User aria-hidden="true" />),
        name: `${person.firstName} ${person.lastName}`,
      }}
      navLabel={t("label")}
      homeHref="/"
      skipLabel={t("skip")}
      link={Link}
    >
      <TabTitle count={news + waiting} />
      {children}
    </AppShell>
  );
}

/** Pulses while the page behind its link is on the way, so that a slow network does not look like a dead one. */
function NavIcon({ children }: { children: ReactNode }) {
  const { pending } = useLinkStatus();
  return <span className={pending ? "block animate-pulse" : "block"}>{children}</span>;
}
