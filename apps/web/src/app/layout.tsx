import { cookies, headers } from "next/headers";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "../i18n/client-messages.tsx";
import { nonceHeader } from "../server/request-headers.ts";
import { readTheme, themeCookie, themeScript } from "../theme.ts";
import "./globals.css";

export const metadata = { title: { default: "Atrium", template: "%s - Atrium" } };

export const viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  const nonce = (await headers()).get(nonceHeader) ?? undefined;
  return (
    // The script below may set the theme before React looks at the attribute.
    <html lang={await getLocale()} data-theme={theme} suppressHydrationWarning>
      <head>
        {/* Next's own link to the icon comes and goes with each page, and without one browsers ask for a file. */}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, allowed by nonce or hash */}
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <ClientMessages>{children}</ClientMessages>
      </body>
    </html>
  );
}
