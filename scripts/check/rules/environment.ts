import { baseName, isSource } from "../paths.ts";
import type { Rule, Violation } from "../rule.ts";
import { endOfBlock, lineAt, matchAll, withoutComments, withoutStrings } from "../text.ts";
import type { Tree } from "../tree.ts";

type Variable = { path: string; line: number; name: string };

const manual = "docs/operations.md";
/** Set by the operating system, the shell or the CI service, not by whoever runs Atrium. */
const ambient = new Set(["CI", "HOME", "NO_COLOR", "PATH", "SHELL", "TMPDIR", "USER"]);

const schema = /\bz\s*\.\s*(?:strictObject|looseObject|object)\(\{/g;
const key = /(?:^|[{,])\s*([A-Z][A-Z0-9_]*):/gm;
const directRead = /\bprocess\.env(?:\.([A-Z][A-Z0-9_]*)|\[["']([A-Z][A-Z0-9_]*)["']\])/g;
const destructured = /\{([^{}]*)\}\s*=\s*process\.env\b/g;
const quoted = /["']([A-Z][A-Z0-9_]*)["']/g;
const tableRow = /^\|\s*`([A-Z][A-Z0-9_]*)`/gm;

/** Variables where the form captures one name, or several between braces. */
function findVariables(text: string, path: string, form: RegExp): Variable[] {
  return matchAll(text, form).flatMap(({ index, groups }) => {
    const captured = groups.join(" ");
    return matchAll(captured, /(?<![\w:]\s*)\b([A-Z][A-Z0-9_]*)\b/g).map(
      ({ groups: [name = ""] }) => {
        return { path, line: lineAt(text, text.indexOf(name, index)), name };
      },
    );
  });
}

/** The code inside the zod objects, all else blank: keys of other objects are no settings. */
function onlySchemas(code: string): string {
  const bare = withoutStrings(code);
  const ends = matchAll(bare, schema).map(({ index }) => [index, endOfBlock(bare, index)] as const);
  return bare.replace(/[^\n]/g, (character, at: number) =>
    ends.some(([from, to]) => at >= from && at < to) ? character : " ",
  );
}

type Code = { path: string; text: string };

function readCode(tree: Tree): Code[] {
  return tree.files
    .filter(isSource)
    .map((path) => ({ path, text: withoutComments(tree.read(path)) }));
}

function findReads(code: Code[]): Variable[] {
  return code
    .flatMap(({ path, text }) => [
      ...(baseName(path) === "env.ts" ? findVariables(onlySchemas(text), path, key) : []),
      ...findVariables(text, path, directRead),
      ...findVariables(text, path, destructured),
    ])
    .filter(({ name }) => !ambient.has(name));
}

/** The variables the code reads are those in the table of docs/operations.md, and no others. */
export const environment: Rule = {
  name: "environment",
  check: (tree) => {
    if (!tree.has(manual)) {
      const message = "is missing: it holds the table of environment variables";
      return [{ path: manual, line: 1, message }];
    }
    const rows = findVariables(tree.read(manual), manual, tableRow);
    const code = readCode(tree);
    const reads = findReads(code);
    // Helpers get a name as a string: portSetting("PORT", 3000).
    const passed = code.flatMap(({ path, text }) => findVariables(text, path, quoted));
    const written = new Set(rows.map(({ name }) => name));
    const read = new Set([...reads, ...passed].map(({ name }) => name));
    const unlisted = reads.filter(({ name }) => !written.has(name));
    const unread = rows.filter(({ name }) => !read.has(name));
    return [
      ...unlisted.map(({ path, line, name }): Violation => {
        return { path, line, message: `${name} is not in the table of ${manual}` };
      }),
      ...unread.map(({ path, line, name }): Violation => {
        return { path, line, message: `${name} is read nowhere` };
      }),
    ];
  },
};
