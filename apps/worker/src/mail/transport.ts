import { createTransport, type SendMailOptions } from "nodemailer";
import { isServerIll, toMailError } from "./mail-error.ts";
import { type Resilient, resilient } from "./resilient.ts";

export interface MailTransport {
  readonly smtp: Resilient;
  /** Hands one mail to the server. Throws MailError; a `refused` one is not worth repeating. */
  send(mail: SendMailOptions): Promise<void>;
  close(): void;
}

export interface MailTransportOptions {
  url: string;
  concurrency: number;
  /** Milliseconds one mail may take from connecting to the server's answer. */
  timeoutMs: number;
}

/** Pooled SMTP behind one circuit breaker. */
export function openMailTransport({ url, concurrency, timeoutMs }: MailTransportOptions) {
  const transporter = createTransport({
    url,
    pool: true,
    maxConnections: concurrency,
    // The pool would try again by itself when a connection breaks; whether a mail is repeated is
    // decided from its delivery row and nowhere else.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  const bodies = new WeakMap<AbortSignal, { readableDidRead: boolean }>();
  transporter.use("stream", (mail, done) => {
    mail.message.processFunc((body) => {
      if (mail.data.signal) bodies.set(mail.data.signal, body);
      return body;
    });
    done();
  });
  const smtp = resilient("smtp", {
    timeoutMs,
    concurrency,
    failuresToOpen: 5,
    countsAsFailure: isServerIll,
  });
  return {
    smtp,
    async send(mail) {
      let signal: AbortSignal | undefined;
      try {
        await smtp.execute((callSignal) => {
          signal = callSignal;
          return transporter.sendMail({ ...mail, signal: callSignal });
        });
      } catch (error) {
        const body = signal && bodies.get(signal);
        throw toMailError(error, body?.readableDidRead ?? false);
      }
    },
    close: () => transporter.close(),
  } satisfies MailTransport;
}
