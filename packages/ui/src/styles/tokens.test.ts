import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6,8}), (#[0-9a-f]{6,8})\)/g)].map(
    ([, name, light, dark]) => [name as string, { light: light as string, dark: dark as string }],
  ),
);

/** Relative luminance of an sRGB colour, WCAG 2.2 definition. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function pairContrast(front: string, back: string, theme: "light" | "dark"): number {
  const [a, b] = [tokens.get(front), tokens.get(back)];
  if (!a || !b) throw new Error(`no token ${a ? back : front}`);
  return contrast(a[theme], b[theme]);
}

const grounds = ["paper", "surface", "act-soft"];
const text: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ["ink", ground],
    ["muted", ground],
    ["act", ground],
  ]),
  ...["bad", "wait", "good", "note"].flatMap((tone): [string, string][] => [
    [tone, "paper"],
    [tone, "surface"],
    [tone, `${tone}-soft`],
    ["ink", `${tone}-soft`],
  ]),
  ["ink", "line"],
  ["ink", "note-stripe"],
  ["act-ink", "act"],
  ["act-ink", "act-hover"],
  ["bad-ink", "bad"],
  ["bad-ink", "bad-hover"],
];
const shapes: [string, string][] = grounds.flatMap((ground): [string, string][] => [
  ["edge", ground],
  ["act", ground],
]);

describe.each(["light", "dark"] as const)("the %s tokens", (theme) => {
  it.each(text)("read %s on %s at 4.5:1 or better", (front, back) => {
    expect(pairContrast(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)("show the edge of a control, %s on %s, at 3:1 or better", (front, back) => {
    expect(pairContrast(front, back, theme)).toBeGreaterThanOrEqual(3);
  });
});

it("refuses a pair that cannot be read", () => {
  expect(contrast("#777777", "#888888")).toBeLessThan(4.5);
  expect(contrast("#000000", "#ffffff")).toBe(21);
});
