import { type TicketMailProps, ticketPostTexts } from "./ticket-mail.ts";
import { TicketPost } from "./ticket-post.tsx";

/** For the person who asked: staff answered. */
export function TicketAnswer({ locale, data }: TicketMailProps) {
  const { subject, html, htmlLang, ticketUrl } = data;
  return (
    <TicketPost
      lang={locale}
      texts={ticketPostTexts({ locale, data }, "answer")}
      {...{ subject, html, htmlLang, ticketUrl }}
    />
  );
}
