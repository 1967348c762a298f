import { expect, it } from "vitest";
import { tempTree } from "./testing/fixture.ts";
import { openTree, parseIgnore } from "./tree.ts";

it("lists every file but those .gitignore names", () => {
  const root = tempTree({
    ".gitignore": "# built\ndist/\n*.tsbuildinfo\n/only-here.txt\n",
    ".git/config": "",
    ".ci/run": "",
    "apps/web/dist/a.js": "",
    "apps/web/a.tsbuildinfo": "",
    "apps/web/a.ts": "text",
    "apps/web/only-here.txt": "",
    "only-here.txt": "",
  });
  const tree = openTree(root);
  expect(tree.files).toEqual([".ci/run", ".gitignore", "apps/web/a.ts", "apps/web/only-here.txt"]);
  expect(tree.read("apps/web/a.ts")).toBe("text");
  expect(tree.has("apps/web/dist/a.js")).toBe(false);
});

it("throws on a form of .gitignore it does not understand", () => {
  expect(() => parseIgnore("dist/\n!dist/keep\n")).toThrow('"!dist/keep" is not understood');
});
