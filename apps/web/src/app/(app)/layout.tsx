import type { ReactNode } from "react";
import { AppFrame } from "../../features/shell/app-frame.tsx";
import { ownTicketsInput } from "../../features/shell/nav-counts.ts";
import { PersonProvider } from "../../features/shell/person.tsx";
import { ClientMessages } from "../../i18n/client-messages.tsx";
import { currentPerson, serverCaller } from "../../trpc/server.ts";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  // The page itself sends people to sign in: it knows where they wanted to go, a layout does not.
  if (!person) return children;
  const caller = await serverCaller();
  const [mine, inbox] = await Promise.all([
    caller.tickets.listMine(ownTicketsInput),
    person.isStaff ? caller.tickets.countInbox({}) : null,
  ]);
  return (
    <ClientMessages namespaces={["tickets"]}>
      <PersonProvider person={person}>
        <AppFrame initial={{ mine, inbox }}>{children}</AppFrame>
      </PersonProvider>
    </ClientMessages>
  );
}
