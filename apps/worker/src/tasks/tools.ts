import type { Database } from "@atrium/db/client";
import type { MailSender } from "../mail/message.ts";
import type { MailTransport } from "../mail/transport.ts";

/** What tasks work with. */
export interface TaskTools {
  database: Database;
  mail: MailTransport;
  sender: MailSender;
}
