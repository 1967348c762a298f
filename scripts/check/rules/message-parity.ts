import { readPlaceholders } from "../icu.ts";
import type { MessageFile } from "../messages.ts";
import { findMessageFiles, lineOfKey, locales, readMessages } from "../messages.ts";
import type { Rule, Violation } from "../rule.ts";
import type { Tree } from "../tree.ts";

type Text = { key: string; placeholders: string };

function readTexts(tree: Tree, path: string, violations: Violation[]): Map<string, Text> {
  const texts = new Map<string, Text>();
  const complain = (key: string, message: string) =>
    violations.push({ path, line: lineOfKey(tree, path, key), message: `${key}: ${message}` });
  for (const [key, text] of readMessages(tree, path)) {
    texts.set(key, { key, placeholders: "" });
    if (text.trim() === "") complain(key, "the text is empty");
    try {
      texts.set(key, { key, placeholders: readPlaceholders(text).join("; ") });
    } catch (error) {
      complain(key, error instanceof Error ? error.message : String(error));
    }
  }
  return texts;
}

function compare(tree: Tree, files: MessageFile[]): Violation[] {
  const violations: Violation[] = [];
  const read = files.map(({ path }) => ({ path, texts: readTexts(tree, path, violations) }));
  // The first file that has a key says what the others must have: later entries of a Map win.
  const keys = new Map(read.toReversed().flatMap(({ texts }) => [...texts]));
  for (const { path, texts } of read) {
    for (const { key, placeholders } of keys.values()) {
      const text = texts.get(key);
      const line = lineOfKey(tree, path, key);
      if (text === undefined) {
        violations.push({ path, line: 1, message: `${key} is missing` });
      } else if (text.placeholders !== placeholders) {
        const message = `${key}: placeholders {${text.placeholders}}, elsewhere {${placeholders}}`;
        violations.push({ path, line, message });
      }
    }
  }
  return violations;
}

/** A message file holds the same keys with the same placeholders in every language. */
export const messageParity: Rule = {
  name: "message-parity",
  check: (tree) => {
    const groups = Object.values(
      Object.groupBy(findMessageFiles(tree), ({ app, domain }) => `${app} ${domain}`),
    );
    return groups.flatMap((files = []) => {
      const first = files[0];
      if (first === undefined) return [];
      const absent = locales.filter((locale) => files.every((file) => file.locale !== locale));
      const missing = absent.map((locale) => ({
        path: first.path,
        line: 1,
        message: `${first.app}/messages/${locale}/${first.domain}.json is missing`,
      }));
      return [...missing, ...compare(tree, files)];
    });
  },
};
