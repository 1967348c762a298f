import { isGenerated } from "../paths.ts";
import type { Rule } from "../rule.ts";
import { lineAt, matchAll } from "../text.ts";

const commented = /\.(?:[cm]?[jt]sx?|css|sql|sh|ya?ml|tpl|conf)$/;
// The marks are written in parts so that this file does not report itself.
const mark = new RegExp(
  `(?://|\\*|#|--).*\\b(${["TO", "FIX"].join("DO|")}ME)\\b(?!\\([\\w@.-]+\\))`,
  "g",
);

/** A mark for unfinished work names who will finish it. */
export const todoOwner: Rule = {
  name: "todo-owner",
  check: (tree) =>
    tree.files
      .filter((path) => commented.test(path) && !isGenerated(path))
      .flatMap((path) => {
        const text = tree.read(path);
        return matchAll(text, mark).map(({ index, groups }) => ({
          path,
          line: lineAt(text, index),
          message: `${groups[0]} without an owner: write ${groups[0]}(name)`,
        }));
      }),
};
