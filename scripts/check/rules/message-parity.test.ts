import { expect, it } from "vitest";
import { complaints } from "../testing/fixture.ts";
import { messageParity } from "./message-parity.ts";

const path = (locale: string) => `apps/web/messages/${locale}/tickets.json`;
const inAll = (fi: object, en: object, sv: object) => ({
  [path("fi")]: JSON.stringify(fi, null, 2),
  [path("en")]: JSON.stringify(en, null, 2),
  [path("sv")]: JSON.stringify(sv, null, 2),
});

it("accepts the same keys with the same placeholders", async () => {
  const files = inAll(
    { list: { count: "{count, plural, one {# tiketti} other {# tikettiä}}", by: "<b>{name}</b>" } },
    { list: { count: "{count, plural, =0 {none} other {# tickets}}", by: "By <b>{name}</b>" } },
    { list: { count: "{count, plural, other {# ärenden}}", by: "Av <b>{ name }</b>" } },
  );
  expect(await complaints(messageParity, files)).toEqual([]);
});

it("refuses a key or a language that is missing", async () => {
  expect(
    await complaints(messageParity, inAll({ a: "a", b: "b" }, { a: "a" }, { a: "a" })),
  ).toEqual([`${path("en")}:1 b is missing`, `${path("sv")}:1 b is missing`]);
  expect(await complaints(messageParity, { [path("fi")]: "{}", [path("en")]: "{}" })).toEqual([
    `${path("en")}:1 ${path("sv")} is missing`,
  ]);
});

it("refuses other placeholders", async () => {
  const files = inAll({ a: "{name}" }, { a: "{name}" }, { a: "{namn}" });
  const complaint = `${path("sv")}:2 a: placeholders {namn}, elsewhere {name}`;
  expect(await complaints(messageParity, files)).toContain(complaint);
});

it("refuses empty and malformed texts", async () => {
  const files = inAll({ a: " ", b: "x" }, { a: " ", b: "{x" }, { a: " ", b: "x" });
  const found = await complaints(messageParity, files);
  expect(found).toContain(`${path("fi")}:2 a: the text is empty`);
  expect(found).toContain(`${path("en")}:3 b: , or } expected at character 3`);
});
