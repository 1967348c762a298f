import { renderMarkdown } from "@atrium/domain/kernel/markdown";
import type { TicketMailFacts } from "@atrium/domain/tickets/mail/queries";
import type { SendMailOptions } from "nodemailer";
import { renderTicketMail } from "../emails/render-ticket-mail.tsx";
import { buildThreadMail, type MailSender } from "./message.ts";

/** The mail about one post in a ticket, in the recipient's language. */
export async function composeTicketMail(
  delivery: { id: string; threadId: string },
  facts: TicketMailFacts,
  sender: MailSender,
): Promise<SendMailOptions> {
  const { recipient, ticket, author, message } = facts;
  // The opener reads a ticket at its own page, whoever has taken it in the inbox.
  const page = facts.recipientIsOpener ? "tickets" : "inbox";
  const rendered = await renderTicketMail(facts.recipientIsOpener ? "answer" : "followUp", {
    locale: recipient.locale,
    data: {
      courseCode: ticket.courseCode,
      number: ticket.number,
      subject: ticket.subject,
      authorName: author.name,
      html: renderMarkdown(message.text),
      htmlLang: message.language,
      ticketUrl: new URL(`/${page}/${ticket.id}`, sender.baseUrl).href,
    },
  });
  return buildThreadMail(
    {
      deliveryId: delivery.id,
      threadId: delivery.threadId,
      recipient: { name: recipient.name, address: recipient.email },
      list: { code: ticket.courseCode, term: ticket.term },
      subject: rendered.subject,
      rendered,
    },
    sender,
  );
}
