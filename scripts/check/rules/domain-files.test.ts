import { expect, it } from "vitest";
import { complaints } from "../testing/fixture.ts";
import { domainFiles } from "./domain-files.ts";

const domain = "packages/domain/src";

it("knows the vocabulary, its tests, commands, sub-concerns and the kernel", async () => {
  const good = {
    [`${domain}/kernel/clock.ts`]: "",
    [`${domain}/tickets/schema.ts`]: "",
    [`${domain}/tickets/rules.test.ts`]: "",
    [`${domain}/tickets/queries.inbox.db.test.ts`]: "",
    [`${domain}/tickets/commands/claim-ticket.ts`]: "",
    [`${domain}/tickets/commands/claim-ticket.db.test.ts`]: "",
    [`${domain}/tickets/categories/queries.ts`]: "",
    [`${domain}/tickets/categories/commands/add-category.ts`]: "",
  };
  expect(await complaints(domainFiles, good)).toEqual([]);
});

it.each([
  ["tickets/utils.ts", '"utils" is no file of a domain'],
  ["tickets/index.ts", '"index" is no file of a domain'],
  ["tickets/categories/helpers.ts", '"helpers" is no file of a domain'],
  ["tickets/schema.json", "only .ts files"],
  ["billing/schema.ts", '"billing" is not a domain'],
  ["tickets/commands/shared/lock.ts", "commands/ has no folders"],
  ["tickets/commands/claim-ticket.db.test.ts", "tests claim-ticket.ts, which is not beside it"],
])("refuses %s", async (path, message) => {
  const [complaint] = await complaints(domainFiles, { [`${domain}/${path}`]: "" });
  expect(complaint).toContain(message);
});
