import { expect, it } from "vitest";
import { complaints } from "../testing/fixture.ts";
import { commands } from "./commands.ts";

const path = "packages/domain/src/tickets/commands/claim-ticket.ts";
const says = (code: string) => complaints(commands, { [path]: code });
const nothingElse = "a command file exports one function, claimTicket(), and nothing else";

it("accepts the one function of the file's name, and types beside it", async () => {
  expect(
    await says(`
      const limit = 3;
export type Claim = { id: string };
/** export function other() */
export async function claimTicket(): Promise<Claim> {}
`),
  ).toEqual([]);
});

it("reads sub-concerns, and leaves tests alone", async () => {
  const test = "packages/domain/src/tickets/commands/claim-ticket.db.test.ts";
  expect(await complaints(commands, { [test]: "export const x = 1;" })).toEqual([]);
  const deeper = "packages/domain/src/tickets/categories/commands/add-category.ts";
  expect(await complaints(commands, { [deeper]: "" })).toEqual([
    `${deeper}:1 exports no addCategory()`,
  ]);
});

it.each([
  ["export function takeTicket() {}", 1],
  ["export function claimTicket() {}\nexport function releaseTicket() {}", 2],
  ["export function claimTicket() {}\nexport const limit = 3;", 2],
  ["export const claimTicket = () => {};", 1],
  ["function claimTicket() {}\nexport { claimTicket };", 2],
  ["export default function claimTicket() {}", 1],
])("refuses %j", async (code, line) => {
  expect(await says(code)).toEqual([`${path}:${line} ${nothingElse}`]);
});
