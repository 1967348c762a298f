import { expect, test } from "vitest";
import { replacePart } from "./record.ts";

const document =
  "# Title\n<!-- one -->\nold\n<!-- /one -->\nbetween\n<!-- two -->\n<!-- /two -->\n";

test("only the named part of the document changes", () => {
  const changed = replacePart(document, "one", "new");
  expect(changed).toBe(document.replace("old", "new"));
  expect(replacePart(changed, "one", "old")).toBe(document);
});

test("an empty part is filled", () => {
  expect(replacePart(document, "two", "x")).toContain("<!-- two -->\nx\n<!-- /two -->");
});

test("a part that is not there is an error, not a silent loss of figures", () => {
  expect(() => replacePart(document, "three", "x")).toThrow('no part "three"');
});
