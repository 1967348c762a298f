import { expect, test } from "vitest";
import { showSpread, showTable } from "./table.ts";

test("a table is Markdown with even columns", () => {
  const table = { head: ["what", "s"], rows: [["cold start", "70"]] };
  expect(showTable(table)).toBe(
    ["| what       | s  |", "| ---------- | -- |", "| cold start | 70 |"].join("\n"),
  );
});

test("a spread shows its ends behind the median", () => {
  expect(showSpread({ median: 12_300, min: 9.123, max: 20_000 })).toBe("12,300 (9.12-20,000)");
  expect(showSpread({ median: 8, min: 7, max: 9 }, " %")).toBe("8 % (7-9)");
});
