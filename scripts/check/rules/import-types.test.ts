import { expect, it } from "vitest";
import { complaints } from "../testing/fixture.ts";
import { importTypes } from "./import-types.ts";

it("accepts import type and import() that loads", async () => {
  const code = `import type { A } from "a";
// as import("b").B
const { b } = await import("b");
const c = (await import("b")).C;
const d = import("b").then(({ e }) => e);`;
  expect(await complaints(importTypes, { "a.ts": code })).toEqual([]);
});

it.each(['type A = import("a").A;', 'const a: typeof import("a") = x;'])(
  "refuses %s",
  async (code) => {
    const [complaint] = await complaints(importTypes, { "a.ts": `\n${code}` });
    expect(complaint).toContain("a.ts:2 write `import type`");
  },
);
