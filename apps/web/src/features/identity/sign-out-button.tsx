"use client";
import { Button } from "@atrium/ui/button";
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { personLocaleCookie } from "../../i18n/locale.ts";
import { writeDeviceCookie } from "./device-cookie.ts";

/** Ends the session on this device. */
export function SignOutButton() {
  const t = useTranslations("identity.me");
  const common = useTranslations("common.failure");
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);

  async function signOut() {
    setPending(true);
    setFailed(false);
    try {
      const { signOutHere } = await import("../../auth/actions.ts");
      await signOutHere();
      writeDeviceCookie(personLocaleCookie, null);
    } catch {
      setFailed(true);
      setPending(false);
    }
  }

  return (
    <div className="flex flex-col items-end gap-1">
      <Button pending={pending} pendingLabel={t("signingOut")} onClick={() => void signOut()}>
        <LogOut aria-hidden="true" className="size-4" />
        {t("signOut")}
      </Button>
      {failed && (
        <p role="alert" className="text-bad">
          {common("unreachable")}
        </p>
      )}
    </div>
  );
}
