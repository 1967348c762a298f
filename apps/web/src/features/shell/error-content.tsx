"use client";
import { Button } from "@atrium/ui/button";
import { useTranslations } from "next-intl";

export interface ErrorContentProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Shown in place of a page that failed. The digest is what the server's log calls this failure. */
export function ErrorContent({ error, reset }: ErrorContentProps) {
  const t = useTranslations("common");
  return (
    <div
      role="alert"
      className="mx-auto flex w-full max-w-2xl flex-col items-start gap-3 px-5 py-16"
    >
      <title>{t("error.title")}</title>
      <h1 className="text-2xl font-bold tracking-tight">{t("error.title")}</h1>
      <p>{t("error.text")}</p>
      {error.digest && (
        <p className="text-sm text-muted">{t("failure.reference", { id: error.digest })}</p>
      )}
      <Button variant="primary" onClick={reset}>
        {t("retry")}
      </Button>
    </div>
  );
}
