import { renderMarkdown } from "@atrium/domain/kernel/markdown";
import { expect, test } from "vitest";
import { renderMail } from "./render-mail.ts";
import type { MailLocale } from "./texts.ts";
import { TicketAnswer } from "./ticket-answer.tsx";
import { TicketFollowUp } from "./ticket-follow-up.tsx";
import { type TicketMailData, ticketSubject } from "./ticket-mail.ts";

const data: TicketMailData = {
  courseCode: "521141P",
  number: 1234,
  subject: "Silmukka <ei> pysähdy",
  authorName: "Aino Assistentti",
  html: renderMarkdown("Kokeile **näin**:\n\n```\nwhile luku < 10:\n    luku += 1\n```"),
  htmlLang: "fi",
  ticketUrl: "https://atrium.example/tickets/0193",
};

test.each([
  ["fi", "Aino Assistentti vastasi kysymykseesi", "Avaa tukipyyntö"],
  ["en", "Aino Assistentti answered your question", "Open the ticket"],
  ["sv", "Aino Assistentti svarade på din fråga", "Öppna ärendet"],
] as const)(
  "an answer in %s: texts, language marks and plain text",
  async (locale, heading, button) => {
    const { html, text } = await renderMail(<TicketAnswer locale={locale} data={data} />);
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${locale}"`));
    expect(html).toMatch(/<blockquote[^>]* lang="fi"/);
    expect(html).toContain(heading);
    expect(html).toContain("<strong>näin</strong>");
    expect(html).toContain("Silmukka &lt;ei&gt; pysähdy");
    expect(text).toContain(`${button} https://atrium.example/tickets/0193`);
    expect(text).toContain(heading);
    expect(text).toContain("> while luku < 10:\n>     luku += 1");
  },
);

test("the assignee's mail says that it is about a ticket they have taken", async () => {
  const { text } = await renderMail(<TicketFollowUp locale="en" data={data} />);
  expect(text).toContain("Aino Assistentti wrote more about a ticket you have taken");
  expect(text).not.toContain("your question");
});

test("the subject is the same in every language and does not group the number's digits", () => {
  const subjects = (["fi", "en", "sv"] satisfies MailLocale[]).map((locale) =>
    ticketSubject({ locale, data }),
  );
  expect(new Set(subjects)).toEqual(new Set(["[521141P #1234] Silmukka <ei> pysähdy"]));
});

test("A34 A35 what was written brings in no script, no image and nothing remote", async () => {
  const evil =
    "![x](https://evil.test/pixel.png) <img src=x onerror=alert(1)> [a](javascript:alert(1)) <script>1</script>";
  const written = { ...data, html: renderMarkdown(evil), authorName: "<b>x</b>" };
  const { html } = await renderMail(<TicketAnswer locale="en" data={written} />);
  // The picture is offered as a link, the markup stands there as text; neither loads or runs.
  const tags = html.match(/<[^>]*>/g)?.join("") ?? "";
  expect(tags).not.toMatch(/<img|<script|onerror|javascript:|<b>x|src=/i);
  expect(html).not.toMatch(/url\(|@import|@font-face|<link/i);
});
