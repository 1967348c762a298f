import { expect, it } from "vitest";
import { complaints } from "../testing/fixture.ts";
import { fileNames } from "./file-names.ts";

it.each([
  "packages/domain/src/tickets/commands/claim-ticket.db.test.ts",
  "apps/web/src/app/(app)/support/[ticketId]/page.tsx",
  "apps/web/src/app/api/auth/[...nextauth]/route.ts",
  "apps/web/src/app/@panel/_parts/page.tsx",
  "packages/db/migrations/0000_Grey_hulk.sql",
  "docs/adr/0001-two-doors-one-house.md",
  "README.md",
  ".ci/run",
  ".dependency-cruiser.cjs",
])("accepts %s", async (path) => {
  expect(await complaints(fileNames, { [path]: "" })).toEqual([]);
});

it.each([
  ["apps/web/src/features/tickets/TicketList.tsx", "TicketList.tsx"],
  ["apps/web/src/features/ticket_list/row.tsx", "ticket_list"],
  ["apps/web/src/app/[ticketId]/Page.tsx", "Page.tsx"],
  ["packages/domain/src/kernel/runWrite.ts", "runWrite.ts"],
  ["docs/adr/0001_two_doors.md", "0001_two_doors.md"],
])("refuses %s", async (path, segment) => {
  const complaint = `${path}:1 "${segment}" is not kebab-case`;
  expect(await complaints(fileNames, { [path]: "" })).toEqual([complaint]);
});
