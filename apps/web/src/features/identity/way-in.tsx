"use client";
import { ButtonLink } from "@atrium/ui/link";
import { useSyncExternalStore } from "react";
import { personLocaleCookie } from "../../i18n/locale.ts";

const never = () => () => undefined;
const isSignedIn = () => document.cookie.includes(`${personLocaleCookie}=`);

/** The way into the site from a page that is the same for everybody; the texts come with the page. */
export function WayIn({ toSignIn, toHome }: { toSignIn: string; toHome: string }) {
  const signedIn = useSyncExternalStore(never, isSignedIn, () => false);
  return (
    <ButtonLink href={signedIn ? "/" : "/sign-in"} variant="primary">
      {signedIn ? toHome : toSignIn}
    </ButtonLink>
  );
}
