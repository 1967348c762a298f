import { expect, it } from "vitest";
import { complaints } from "../testing/fixture.ts";
import { messageErrors } from "./message-errors.ts";

const errors = "packages/domain/src/check-in/errors.ts";
const code = `import x from "../kernel/errors.ts";
export const kinds = {
  "check-in.already_used": "conflict",
};`;
const texts = JSON.stringify({ "check-in": { already_used: "Used." } });
const all = {
  [errors]: code,
  "apps/web/messages/fi/errors.json": texts,
  "apps/web/messages/en/errors.json": texts,
  "apps/web/messages/sv/errors.json": texts,
};

it("accepts a code with a text in every language", async () => {
  expect(await complaints(messageErrors, all)).toEqual([]);
});

it("refuses a code without one", async () => {
  const files = { ...all, "apps/web/messages/sv/errors.json": "{}" };
  expect(await complaints(messageErrors, files)).toEqual([
    `${errors}:3 check-in.already_used has no text in apps/web/messages/sv/errors.json`,
  ]);
  expect(await complaints(messageErrors, { [errors]: code })).toHaveLength(3);
});
