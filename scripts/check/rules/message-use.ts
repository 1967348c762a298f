import { findMessageFiles, readMessages } from "../messages.ts";
import { isSource } from "../paths.ts";
import type { Rule, Violation } from "../rule.ts";
import { lineAt, matchAll, withoutComments } from "../text.ts";
import type { Tree } from "../tree.ts";

type Use = { index: number; key: string };

const translator =
  /\b(?:const|let)\s+(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations|createTranslator)\(([^()]*)\)/g;
const literal = /^\s*(?:["']([\w.-]+)["']\s*$|\{[\s\S]*\bnamespace:\s*["']([\w.-]+)["'])/;

/** The keys a file asks for by literal strings, with the namespace of the nearest translator above. */
function findUses(code: string): Use[] {
  const translators = matchAll(code, translator).map(
    ({ index, groups: [name = "", source = ""] }) => {
      const [, direct, named] = literal.exec(source) ?? [];
      return { index, name, namespace: source.trim() === "" ? "" : (direct ?? named) };
    },
  );
  const names = new Set(translators.map(({ name }) => name));
  const calls = [...names].flatMap((name) =>
    matchAll(
      code,
      new RegExp(`\\b${name}(?:\\.(?:rich|markup|raw))?\\(\\s*["']([\\w.-]+)["']`, "g"),
    ).map(({ index, groups: [key = ""] }) => ({ index, name, key })),
  );
  return calls.flatMap(({ index, name, key }) => {
    const above = translators.findLast((found) => found.name === name && found.index < index);
    if (above?.namespace === undefined) return [];
    return [{ index, key: above.namespace === "" ? key : `${above.namespace}.${key}` }];
  });
}

function knownKeys(tree: Tree, app: string): Set<string> {
  return new Set(
    findMessageFiles(tree)
      .filter((file) => file.app === app)
      .flatMap(({ path, domain }) =>
        [...readMessages(tree, path).keys()].map((key) => `${domain}.${key}`),
      ),
  );
}

/** A message key written in the code exists. */
export const messageUse: Rule = {
  name: "message-use",
  check: (tree) => {
    const apps = [...new Set(findMessageFiles(tree).map(({ app }) => app))];
    return apps.flatMap((app) => {
      const known = knownKeys(tree, app);
      const sources = tree.files.filter((path) => path.startsWith(`${app}/`) && isSource(path));
      return sources.flatMap((path) => {
        const code = withoutComments(tree.read(path));
        return findUses(code)
          .filter(({ key }) => !known.has(key))
          .map(({ index, key }): Violation => {
            return { path, line: lineAt(code, index), message: `no message has the key ${key}` };
          });
      });
    });
  },
};
