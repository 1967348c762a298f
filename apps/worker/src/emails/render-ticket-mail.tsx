import { type RenderedMail, renderMail } from "./render-mail.ts";
import { TicketAnswer } from "./ticket-answer.tsx";
import { TicketFollowUp } from "./ticket-follow-up.tsx";
import { type TicketMailProps, ticketSubject } from "./ticket-mail.ts";

const mails = { answer: TicketAnswer, followUp: TicketFollowUp };

/** Subject, HTML and plain text of the mail about a post, for the opener or for who took the ticket. */
export async function renderTicketMail(
  kind: keyof typeof mails,
  props: TicketMailProps,
): Promise<RenderedMail & { subject: string }> {
  const Mail = mails[kind];
  return { ...(await renderMail(<Mail {...props} />)), subject: ticketSubject(props) };
}
