import { createTranslator } from "use-intl/core";
import en from "../../messages/en/tickets.json" with { type: "json" };
import fi from "../../messages/fi/tickets.json" with { type: "json" };
import sv from "../../messages/sv/tickets.json" with { type: "json" };

type TicketMessages = typeof en;
const messages: Record<"fi" | "en" | "sv", TicketMessages> = { fi, en, sv };
export type MailLocale = keyof typeof messages;

/** Texts of the ticket mails in one language; a missing or malformed message throws. */
export function ticketTexts(locale: MailLocale) {
  return createTranslator({
    locale,
    messages: messages[locale],
    onError: (error) => {
      throw error;
    },
  });
}
