"use client";
import { ButtonLink } from "@atrium/ui/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";

/** The way through the sign-in page and back to this one. */
export function useSignInPath(): string {
  const path = usePathname();
  const query = String(useSearchParams());
  const here = query === "" ? path : `${path}?${query}`;
  return `/sign-in?callbackUrl=${encodeURIComponent(here)}`;
}

/** That way as a button; drafts are on the device and wait. */
export function SignInAgain({ size }: { size?: "sm" }) {
  const t = useTranslations("common.failure");
  return (
    <ButtonLink href={useSignInPath()} variant="primary" size={size}>
      {t("signIn")}
    </ButtonLink>
  );
}
