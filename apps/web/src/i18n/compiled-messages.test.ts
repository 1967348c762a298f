import formatMessage from "use-intl/format-message/format-only";
import { expect, it } from "vitest";
import { compiledMessages } from "./compiled-messages.ts";

const messages = {
  list: { news: "{count, plural, one {# new post} other {# new posts}}", title: "Your tickets" },
  limit: "At most {limit, number} characters",
};

it("compiles each message once, and to what JSON can carry", () => {
  const compiled = compiledMessages(messages);
  expect(compiledMessages(messages)).toBe(compiled);
  expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
  expect(compiled.list).toHaveProperty("title", "Your tickets");
});

it("keeps what a message says", () => {
  const { list, limit } = compiledMessages(messages) as never as Record<string, never> & {
    list: { news: never };
  };
  const say = (message: never, values: Record<string, number>) =>
    formatMessage("key", message, values, { locale: "en", formatters: intl, formats: {} } as never);
  expect(say(list.news, { count: 1 })).toBe("1 new post");
  expect(say(list.news, { count: 3 })).toBe("3 new posts");
  expect(say(limit as never, { limit: 10_000 })).toBe("At most 10,000 characters");
});

const intl = {
  getNumberFormat: (locale: string) => new Intl.NumberFormat(locale),
  getPluralRules: (locale: string) => new Intl.PluralRules(locale),
};
