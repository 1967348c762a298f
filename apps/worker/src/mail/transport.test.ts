import { afterEach, beforeEach, expect, test } from "vitest";
import { type SmtpCatcher, startSmtpCatcher } from "../../test/smtp-catcher.ts";
import type { MailError } from "./mail-error.ts";
import { buildThreadMail, type ThreadMail } from "./message.ts";
import { type MailTransport, openMailTransport } from "./transport.ts";

const thread: ThreadMail = {
  deliveryId: "0193-delivery",
  threadId: "0193-thread",
  recipient: { name: "Oona Opiskelija", address: "student@atrium.test" },
  subject: "[521141P #12] Silmukka ei pysähdy",
  list: { code: "521141P", term: "2026-autumn" },
  rendered: { html: "<p>Hei</p>", text: "Hei" },
};
const sender = { from: "Atrium <no-reply@atrium.test>", baseUrl: "https://atrium.example:8443/" };
const mail = (changes: Partial<ThreadMail> = {}) =>
  buildThreadMail({ ...thread, ...changes }, sender);

let server: SmtpCatcher;
let transport: MailTransport;

beforeEach(async () => {
  server = await startSmtpCatcher();
  transport = openMailTransport({ url: server.url, concurrency: 2, timeoutMs: 400 });
});
afterEach(async () => {
  transport.close();
  server.hangUp();
  await server.close();
});

const failureOf = (sending: Promise<void>) =>
  sending.then(
    () => "sent",
    (error: MailError) => `${error.failure} ${error.code}`,
  );

test("a mail names itself, its thread and that a machine wrote it", async () => {
  await transport.send(mail());
  const [{ parsed, to, raw }] = server.accepted as [(typeof server.accepted)[0]];
  expect(to).toEqual(["student@atrium.test"]);
  expect(parsed.messageId).toBe("<0193-delivery@atrium.example>");
  expect(parsed.inReplyTo).toBe("<0193-thread@atrium.example>");
  expect(parsed.references).toBe("<0193-thread@atrium.example>");
  expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
  expect(parsed.headers.get("x-auto-response-suppress")).toBe("All");
  expect(raw).toMatch(/^List-ID: 521141P <521141p-2026-autumn\.tickets\.atrium\.example>\r?$/m);
  expect(parsed.subject).toBe("[521141P #12] Silmukka ei pysähdy");
  expect(parsed.text?.trim()).toBe("Hei");
});

test("A31 line breaks in subject, name and course add no header and no recipient", async () => {
  const evil = "x\r\nBcc: thief@evil.test\r\n\r\n<b>body</b>";
  await transport.send(
    mail({
      subject: evil,
      recipient: { name: evil, address: "student@atrium.test" },
      list: { code: evil, term: evil },
    }),
  );
  const [{ parsed, to, raw }] = server.accepted as [(typeof server.accepted)[0]];
  expect(to).toEqual(["student@atrium.test"]);
  expect(parsed.bcc).toBeUndefined();
  expect(raw).not.toMatch(/^Bcc:/im);
  expect(parsed.subject).toBe("x Bcc: thief@evil.test <b>body</b>");
  expect(parsed.text?.trim()).toBe("Hei");
});

test("E41 a name of 300 letters, emoji and direction overrides arrives readable", async () => {
  const name = `${"Å".repeat(300)} 🎓 \u202Egnorw`;
  await transport.send(mail({ recipient: { name, address: "student@atrium.test" } }));
  const [{ parsed, raw }] = server.accepted as [(typeof server.accepted)[0]];
  const to = [parsed.to].flat()[0]?.value[0];
  expect(to).toEqual({ name: `${"Å".repeat(300)} 🎓  gnorw`, address: "student@atrium.test" });
  expect(Math.max(...raw.split(/\r?\n/).map((line) => line.length))).toBeLessThan(998);
});

test("an address that holds two is refused and reaches neither", async () => {
  const address = "student@atrium.test, thief@evil.test";
  const sending = transport.send(mail({ recipient: { name: "Oona", address } }));
  expect(await failureOf(sending)).toMatch(/^refused /);
  expect(server.received).toHaveLength(0);
});

test("a reply of 5yz to recipient or body is final, 4yz is not", async () => {
  server.judgeRecipient = async () => ({ code: 550 });
  expect(await failureOf(transport.send(mail()))).toBe("refused smtp_550");
  server.judgeRecipient = async () => ({ code: 451 });
  expect(await failureOf(transport.send(mail()))).toBe("deferred smtp_451");
  server.judgeRecipient = async () => null;
  server.judge = () => ({ code: 554 });
  expect(await failureOf(transport.send(mail()))).toBe("refused smtp_554");
  server.judge = () => ({ code: 452 });
  expect(await failureOf(transport.send(mail()))).toBe("deferred smtp_452");
  expect(transport.smtp.state).toBe("closed");
});

test("a connection lost after the body leaves the outcome uncertain and is not repeated", async () => {
  server.judge = () => {
    server.hangUp();
    return { hold: new Promise(() => undefined) };
  };
  expect(await failureOf(transport.send(mail()))).toMatch(/^uncertain /);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(server.received).toHaveLength(1);
});

test("a server that never answers the body is given up at the time limit", async () => {
  server.judge = () => ({ hold: new Promise(() => undefined) });
  expect(await failureOf(transport.send(mail()))).toMatch(/^uncertain /);
});

test("a server that is away opens the circuit, and nothing counts as sent", async () => {
  server.hangUp();
  await server.close();
  for (let call = 0; call < 5; call += 1) {
    expect(await failureOf(transport.send(mail()))).toMatch(/^unreachable /);
  }
  expect(transport.smtp.state).toBe("open");
  expect(await failureOf(transport.send(mail()))).toBe("unreachable circuit_open");
});
