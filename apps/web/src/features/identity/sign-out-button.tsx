"use client";
import { Button } from "@atrium/ui/button";
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Ends the session on this device. */
export function SignOutButton() {
  const t = useTranslations("identity.me");
  const [pending, setPending] = useState(false);

  async function signOut() {
    setPending(true);
    const { signOutHere } = await import("../../auth/actions.ts");
    await signOutHere();
  }

  return (
    <Button pending={pending} pendingLabel={t("signingOut")} onClick={() => void signOut()}>
      <LogOut aria-hidden="true" className="size-4" />
      {t("signOut")}
    </Button>
  );
}
