import type { ReactNode } from "react";
import { AppFrame } from "../../features/shell/app-frame.tsx";
import { loadInboxCounts, loadOwnTickets } from "../../features/shell/load-counts.ts";
import { PersonProvider } from "../../features/shell/person.tsx";
import { ClientMessages } from "../../i18n/client-messages.tsx";
import { ApiProvider } from "../../trpc/provider.tsx";
import { currentPerson } from "../../trpc/server.ts";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  // The page itself sends people to sign in: it knows where they wanted to go, a layout does not.
  if (!person) return children;
  const [mine, inbox] = await Promise.all([
    loadOwnTickets(),
    person.isStaff ? loadInboxCounts() : null,
  ]);
  return (
    <ClientMessages namespaces={["tickets"]}>
      <ApiProvider>
        <PersonProvider person={person}>
          <AppFrame initial={{ mine, inbox }}>{children}</AppFrame>
        </PersonProvider>
      </ApiProvider>
    </ClientMessages>
  );
}
