import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { InboxFrame } from "../../../features/inbox/inbox-frame.tsx";
import { loadInboxCounts } from "../../../features/shell/load-counts.ts";
import { ClientMessages } from "../../../i18n/client-messages.tsx";
import { currentPerson, serverCaller } from "../../../trpc/server.ts";

export default async function InboxLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  if (!person) return children;
  // For whoever is staff nowhere there is no inbox.
  if (!person.isStaff) notFound();
  const caller = await serverCaller();
  const [counts, waiting] = await Promise.all([
    loadInboxCounts(),
    caller.tickets.listInbox({ view: "waiting_for_staff" }),
  ]);
  return (
    <ClientMessages namespaces={["tickets", "inbox"]}>
      <InboxFrame initial={{ counts, waiting }}>{children}</InboxFrame>
    </ClientMessages>
  );
}
