"use client";
import { EmptyState } from "@atrium/ui/empty-state";
import { TextLink } from "@atrium/ui/link";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { describeFailure } from "../../trpc/error.ts";

/** Whether a ticket that was shown may not be seen any more: what is cached of it must go as well. */
export function isGone(...errors: unknown[]): boolean {
  return errors.some((error) => error && describeFailure(error).domainCode === "not_found");
}

interface Props {
  /** Who has it now, in words, when that is known. */
  title?: string | null;
  /** What to know besides. */
  text?: string | undefined;
  back: { href: string; label: string };
}

/** Takes the place of a ticket that somebody else has taken, or whose course the reader has left. */
export function TicketGone({ title, text, back }: Props) {
  const t = useTranslations("tickets.gone");
  return (
    <div role="status">
      <EmptyState
        title={title ?? t("title")}
        text={[!title && t("text"), text].filter(Boolean).join(" ") || undefined}
        action={
          <TextLink href={back.href} link={Link}>
            {back.label}
          </TextLink>
        }
      />
    </div>
  );
}
