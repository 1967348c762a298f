"use client";
import { Tag, type Tone } from "@atrium/ui/tag";
import { useTranslations } from "next-intl";
import type { Ticket } from "./models.ts";

const tones: Record<Ticket["state"], Tone> = {
  pending: "plain",
  processing: "act",
  waiting: "wait",
  delayed: "plain",
  done: "good",
};

/** The state of a ticket as its opener should read it. */
export function StateTag({ state }: { state: Ticket["state"] }) {
  const t = useTranslations("tickets.state");
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}
