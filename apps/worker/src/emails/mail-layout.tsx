import { Body, Container, Head, Html, Preview, Section, Text } from "@react-email/components";
import type { ReactNode } from "react";
import { day, fontStack, stylesheet } from "./mail-style.ts";

export interface MailLayoutProps {
  lang: string;
  /** The line an inbox shows beside the subject. */
  preview: string;
  footer: ReactNode;
  children: ReactNode;
}

/** The frame of every mail: name on top, one card, a footer that says why it came. */
export function MailLayout({ lang, preview, footer, children }: MailLayoutProps) {
  return (
    <Html lang={lang} dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{stylesheet}</style>
      </Head>
      <Body className="paper" style={body}>
        <Preview>{preview}</Preview>
        <Container style={{ maxWidth: 600, padding: "24px 16px" }}>
          <Text className="ink" style={name}>
            Atrium
          </Text>
          <Section className="card" style={card}>
            {children}
          </Section>
          <Text className="muted" style={small}>
            {footer}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

const body = { margin: 0, background: day.paper, color: day.ink, fontFamily: fontStack };
const name = { margin: "0 0 16px", fontSize: 18, fontWeight: 700, color: day.ink };
const card = {
  background: day.surface,
  border: `1px solid ${day.line}`,
  borderRadius: 10,
  padding: 24,
};
const small = { margin: "16px 0 0", fontSize: 14, lineHeight: "20px", color: day.muted };
