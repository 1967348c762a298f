import { expect, it } from "vitest";
import { readPlaceholders } from "./icu.ts";

it.each([
  ["plain, with 'quotes' and it's fine", []],
  ["Hi {name}", ["name"]],
  ["<link>{a}</link> and <br/>", ["<br>", "<link>", "a"]],
  ["1 < 2", []],
  ["'{not} a placeholder'", []],
  ["{when, date, medium}", ["when, date"]],
  ["{n, plural, offset:1 =0 {none} one {# {name}} other {#}}", ["n, plural", "name"]],
  [
    "{who, select, you {You} other {{name}, {n, plural, other {#}}}}",
    ["n, plural", "name", "who, select"],
  ],
])("reads %j", (text, placeholders) => {
  expect(readPlaceholders(text)).toEqual(placeholders);
});

it.each(["{", "{name", "}", "{n, plural, one {#}}", "{n, plural}", "{n, plural, other #}"])(
  "refuses %j",
  (text) => {
    expect(() => readPlaceholders(text)).toThrow();
  },
);
