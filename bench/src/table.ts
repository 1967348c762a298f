import type { Spread } from "./statistics.ts";

export interface Table {
  head: string[];
  rows: string[][];
}

const digits = (value: number) => value.toLocaleString("en", { maximumSignificantDigits: 3 });

/** `12 (11-14)`: the median, and the least and most of the repetitions. */
export function showSpread(spread: Spread, unit = ""): string {
  const { median, min, max } = spread;
  return `${digits(median)}${unit} (${digits(min)}-${digits(max)})`;
}

/** The table in Markdown, its columns padded, so that it reads well in a terminal too. */
export function showTable({ head, rows }: Table): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
