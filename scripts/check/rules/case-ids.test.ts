import { expect, it } from "vitest";
import { complaints } from "../testing/fixture.ts";
import { caseIds } from "./case-ids.ts";

it("accepts the hard cases there are", async () => {
  const code = `describe("A1 and E56", () => { it("A58: ...", f); test.each([["A99"]])("E1 %s", f); });`;
  expect(await complaints(caseIds, { "a.test.ts": code })).toEqual([]);
});

it("reads titles only, in tests only", async () => {
  const code = `const paper = "A99";`;
  expect(await complaints(caseIds, { "a.test.ts": code, "b.ts": 'it("A99", f)' })).toEqual([]);
});

it.each(["A0", "A01", "A59", "E57", "E100"])("refuses %s", async (id) => {
  for (const call of ["it", "describe.skip", "test.each([1])"]) {
    const code = `\n${call}("a claim, ${id}", f);`;
    expect(await complaints(caseIds, { "a.spec.ts": code })).toEqual([
      `a.spec.ts:2 there is no hard case ${id}`,
    ]);
  }
});
