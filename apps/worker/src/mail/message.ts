import type { SendMailOptions } from "nodemailer";
import type { RenderedMail } from "../emails/render-mail.ts";

export interface ThreadMail {
  deliveryId: string;
  threadId: string;
  recipient: { name: string; address: string };
  subject: string;
  list: { code: string; term: string };
  rendered: RenderedMail;
}

export interface MailSender {
  /** `Atrium <no-reply@atrium.test>` */
  from: string;
  /** Public address of the installation; its host names messages and lists. */
  baseUrl: string;
}

/**
 * One mail about a thread to one person. The Message-ID follows from the delivery, so that a mail
 * that had to be sent twice is the same mail to every client; the automatic-mail headers keep
 * out-of-office replies away (RFC 3834, MS-OXCMAIL 2.2.3.2.14).
 */
export function buildThreadMail(mail: ThreadMail, sender: MailSender): SendMailOptions {
  const host = new URL(sender.baseUrl).hostname;
  // Every mail answers the thread itself, of which there is no mail: a client that never got, or has
  // deleted, an earlier one still keeps them in one conversation.
  const root = `<${mail.threadId}@${host}>`;
  const { name, address } = mail.recipient;
  return {
    from: sender.from,
    to: { name: oneLine(name), address },
    subject: oneLine(mail.subject),
    messageId: `<${mail.deliveryId}@${host}>`,
    inReplyTo: root,
    references: root,
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "List-Id": listId(mail.list, host),
    },
    html: mail.rendered.html,
    text: mail.rendered.text,
  };
}

/** RFC 2919: a phrase, and a name under our host that stays the same for the course's tickets. */
function listId({ code, term }: ThreadMail["list"], host: string): string {
  const label = `${code}-${term}`.toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-");
  return `${oneLine(code).replaceAll(/[^\w -]/g, " ")} <${label}.tickets.${host}>`;
}

// nodemailer folds and encodes header values; this keeps a line break from even looking like one, and
// direction overrides from turning the rest of an inbox line around.
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, " ").trim();
}
