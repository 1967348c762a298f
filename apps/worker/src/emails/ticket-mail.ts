import { type MailLocale, ticketTexts } from "./texts.ts";
import type { TicketPostTexts } from "./ticket-post.tsx";

/** What a mail about a post in a ticket is made of; every text is already in the reader's language. */
export interface TicketMailData {
  courseCode: string;
  number: number;
  subject: string;
  authorName: string;
  /** HTML that went through the domain's sanitiser. */
  html: string;
  htmlLang: string;
  ticketUrl: string;
}

export interface TicketMailProps {
  locale: MailLocale;
  data: TicketMailData;
}

/** The same for every mail of one ticket, so that clients keep them in one conversation. */
export function ticketSubject({ locale, data }: TicketMailProps): string {
  const { courseCode: code, number, subject } = data;
  return ticketTexts(locale)("subject", { code, number: String(number), subject });
}

export function ticketPostTexts(
  { locale, data }: TicketMailProps,
  kind: "answer" | "followUp",
): TicketPostTexts {
  const t = ticketTexts(locale);
  const author = data.authorName;
  const code = data.courseCode;
  return {
    place: t("place", { code, number: String(data.number) }),
    heading: t(`${kind}.heading`, { author }),
    written: t("written", { author }),
    button: t("button"),
    hint: t("hint"),
    why: t(`${kind}.why`, { code }),
  };
}
