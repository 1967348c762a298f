import { Button, Heading, Hr, Text } from "@react-email/components";
import { MailLayout } from "./mail-layout.tsx";
import { day } from "./mail-style.ts";

export interface TicketPostTexts {
  place: string;
  heading: string;
  written: string;
  button: string;
  hint: string;
  why: string;
}

export interface TicketPostProps {
  lang: string;
  texts: TicketPostTexts;
  subject: string;
  /** What was written: HTML that went through the domain's sanitiser, and the language it is in. */
  html: string;
  htmlLang: string;
  ticketUrl: string;
}

/** The core of every mail about a new post in a ticket. */
export function TicketPost({ lang, texts, subject, html, htmlLang, ticketUrl }: TicketPostProps) {
  return (
    <MailLayout lang={lang} preview={texts.heading} footer={texts.why}>
      <Text className="muted" style={muted}>
        {texts.place}
      </Text>
      <Heading as="h1" className="ink" style={heading}>
        {texts.heading}
      </Heading>
      <Text className="ink" style={about}>
        {subject}
      </Text>
      <blockquote
        aria-label={texts.written}
        className="written"
        lang={htmlLang}
        style={quote}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the domain's renderMarkdown
        dangerouslySetInnerHTML={{ __html: html }}
      />
      <Button className="button" href={ticketUrl} style={button}>
        {texts.button}
      </Button>
      <Hr className="rule" style={{ borderColor: day.line, margin: "24px 0 16px" }} />
      <Text className="muted" style={muted}>
        {texts.hint}
      </Text>
    </MailLayout>
  );
}

const muted = { margin: 0, fontSize: 14, lineHeight: "20px", color: day.muted };
const heading = { margin: "4px 0 4px", fontSize: 20, lineHeight: "28px", color: day.ink };
const about = { margin: "0 0 16px", fontSize: 16, lineHeight: "24px", color: day.ink };
const quote = {
  margin: "0 0 24px",
  padding: "4px 0 4px 16px",
  borderLeft: `3px solid ${day.act}`,
  fontSize: 16,
  lineHeight: "24px",
  color: day.ink,
};
const button = {
  background: day.act,
  borderRadius: 8,
  color: day.actInk,
  fontSize: 16,
  fontWeight: 600,
  padding: "12px 20px",
};
