"use client";
import { ButtonLink } from "@atrium/ui/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";

/** The way through the sign-in page and back to this one; drafts are on the device and wait for it. */
export function SignInAgain({ size }: { size?: "sm" }) {
  const t = useTranslations("common.failure");
  const path = usePathname();
  const query = String(useSearchParams());
  const here = query === "" ? path : `${path}?${query}`;
  return (
    <ButtonLink
      href={`/sign-in?callbackUrl=${encodeURIComponent(here)}`}
      variant="primary"
      size={size}
    >
      {t("signIn")}
    </ButtonLink>
  );
}
