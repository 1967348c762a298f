import { isCode } from "../paths.ts";
import type { Rule } from "../rule.ts";
import { lineAt, matchAll, withoutStrings } from "../text.ts";

const typeImport = /\btypeof import\(|(?<!await )\bimport\(\s*["'][^"']+["']\s*\)\.[A-Z]/g;

/** `import("x").T` in a type would slip past the rules for dependencies, whose parser skips it. */
export const importTypes: Rule = {
  name: "import-types",
  check: (tree) =>
    tree.files.filter(isCode).flatMap((path) => {
      const code = withoutStrings(tree.read(path));
      return matchAll(code, typeImport).map(({ index }) => ({
        path,
        line: lineAt(code, index),
        message: "write `import type` at the head of the file instead of import() in a type",
      }));
    }),
};
