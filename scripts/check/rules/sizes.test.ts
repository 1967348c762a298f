import { expect, it } from "vitest";
import { complaints } from "../testing/fixture.ts";
import { sizes } from "./sizes.ts";

const lines = (count: number): string => "x;\n".repeat(count);
/** Enough short files to keep the median low. */
const others = { "a.ts": lines(10), "b.ts": lines(10), "c.ts": lines(10) };

it.each([
  ["packages/domain/src/tickets/queries.ts", 250],
  ["packages/ui/src/styles/tokens.css", 250],
  ["apps/web/src/app/support/page.tsx", 60],
  ["packages/api/src/routers/tickets.ts", 150],
  ["packages/api/src/tickets-router.ts", 150],
  ["packages/api/test/matrix.test.ts", 400],
  ["apps/web/e2e/support.spec.ts", 400],
])("%s has at most %i lines", async (path, limit) => {
  expect(await complaints(sizes, { ...others, [path]: lines(limit) })).toEqual([]);
  expect(await complaints(sizes, { ...others, [path]: lines(limit + 1) })).toEqual([
    `${path}:${limit + 1} ${limit + 1} lines, the limit is ${limit}`,
  ]);
});

it("does not measure what tools write", async () => {
  const files = {
    "packages/db/migrations/0000_start.ts": lines(900),
    "pnpm-lock.yaml": lines(900),
  };
  expect(await complaints(sizes, files)).toEqual([]);
});

it("limits the median of the source files to 80 lines", async () => {
  const even = { "a.ts": lines(70), "b.ts": lines(90) };
  expect(await complaints(sizes, even)).toEqual([]);
  expect(await complaints(sizes, { ...even, "c.ts": lines(81) })).toEqual([
    ".:1 the median source file has 81 lines, the limit is 80",
  ]);
});
