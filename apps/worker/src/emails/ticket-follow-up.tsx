import { type TicketMailProps, ticketPostTexts } from "./ticket-mail.ts";
import { TicketPost } from "./ticket-post.tsx";

/** For the person who has taken the ticket: somebody wrote in it. */
export function TicketFollowUp({ locale, data }: TicketMailProps) {
  const { subject, html, htmlLang, ticketUrl } = data;
  return (
    <TicketPost
      lang={locale}
      texts={ticketPostTexts({ locale, data }, "followUp")}
      {...{ subject, html, htmlLang, ticketUrl }}
    />
  );
}
