import { isTest } from "../paths.ts";
import type { Rule } from "../rule.ts";
import { lineAt, matchAll, withoutStrings } from "../text.ts";

/** The hard cases are numbered A1 to A58 (support and messages) and E1 to E56 (events). */
const highest: Record<string, number> = { A: 58, E: 56 };

/** A title in code whose strings are blank. */
const title = /(\b(?:it|test|describe)(?:\.\w+)*(?:\([^()]*\))?\(\s*["'`])(\s*)["'`]/g;

const isKnown = (letter: string, digits: string): boolean =>
  !digits.startsWith("0") && Number(digits) <= (highest[letter] ?? 0);

/** An id in the title of a test names a hard case that exists. */
export const caseIds: Rule = {
  name: "case-ids",
  check: (tree) =>
    tree.files.filter(isTest).flatMap((path) => {
      const text = tree.read(path);
      return matchAll(withoutStrings(text), title).flatMap(({ index, groups }) => {
        const [call = "", words = ""] = groups;
        const start = index + call.length;
        return matchAll(text.slice(start, start + words.length), /\b([AE])(\d{1,3})\b/g)
          .filter(({ groups: [letter = "", digits = ""] }) => !isKnown(letter, digits))
          .map(({ groups: [letter, digits] }) => ({
            path,
            line: lineAt(text, index),
            message: `there is no hard case ${letter}${digits}`,
          }));
      });
    }),
};
