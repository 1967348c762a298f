import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface CaughtMail {
  to: string[];
  raw: string;
  parsed: ParsedMail;
}

/** Answer to a mail: take it, refuse it with a reply code, or say nothing until it is released. */
export type Verdict = "accept" | { code: number } | { hold: Promise<void> };

export type Refusal = { code: number } | null;

export interface SmtpCatcher {
  url: string;
  /** Mails whose whole body arrived, whatever was answered. */
  received: CaughtMail[];
  /** Those answered with 250. */
  accepted: CaughtMail[];
  /** Asked once per mail, after its body; `accept` unless a test sets it. */
  judge: (mail: CaughtMail, index: number) => Verdict;
  /** Asked once per recipient; null lets it pass. */
  judgeRecipient: (address: string) => Promise<Refusal>;
  /** Breaks every connection without a goodbye. */
  hangUp(): void;
  close(): Promise<void>;
}

function refusal(code: number): Error {
  return Object.assign(new Error("refused by the test"), { responseCode: code });
}

/** A real SMTP server on a free port, which does with each mail what the test says. */
export async function startSmtpCatcher(): Promise<SmtpCatcher> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo({ address }, _session, done) {
      catcher.judgeRecipient(address).then(
        (verdict) => done(verdict === null ? null : refusal(verdict.code)),
        (error: Error) => done(error),
      );
    },
    onData(stream, session, done) {
      collect(
        stream,
        session.envelope.rcptTo.map((to) => to.address),
      ).then(
        async (mail) => {
          catcher.received.push(mail);
          const verdict = catcher.judge(mail, catcher.received.length - 1);
          if (verdict !== "accept" && "code" in verdict) return done(refusal(verdict.code));
          if (verdict !== "accept") await verdict.hold;
          catcher.accepted.push(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const catcher: SmtpCatcher = {
    url: `smtp://127.0.0.1:${port}`,
    received: [],
    accepted: [],
    judge: () => "accept",
    judgeRecipient: async () => null,
    hangUp: () => {
      for (const connection of server.connections) connection.close();
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return catcher;
}

async function collect(stream: AsyncIterable<Buffer>, to: string[]): Promise<CaughtMail> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const raw = Buffer.concat(chunks).toString("utf8");
  return { to, raw, parsed: await simpleParser(raw) };
}
