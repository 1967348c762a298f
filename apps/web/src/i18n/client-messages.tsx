import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages } from "../server/runtime.ts";

/** Namespaces every client component may use without asking. */
const always = ["common"];

/** Sends the named message domains, and no others, to the client components below it. */
export async function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: readonly string[];
  children: ReactNode;
}) {
  const all = (await getMessages()) as Messages;
  const wanted = [...always, ...namespaces].filter((name) => name in all);
  const messages = Object.fromEntries(wanted.map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
