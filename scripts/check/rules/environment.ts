import { baseName, isCode, isTest } from "../paths.ts";
import type { Rule, Violation } from "../rule.ts";
import { lineAt, matchAll, withoutComments } from "../text.ts";
import type { Tree } from "../tree.ts";

type Variable = { path: string; line: number; name: string };

const manual = "docs/operations.md";
/** Set by the operating system, the shell or the CI service, not by whoever runs Atrium. */
const ambient = new Set(["CI", "HOME", "NO_COLOR", "PATH", "SHELL", "TMPDIR", "USER"]);

const schemaKey = /^\s*([A-Z][A-Z0-9_]*):/gm;
const directRead = /\bprocess\.env(?:\.([A-Z][A-Z0-9_]*)|\[["']([A-Z][A-Z0-9_]*)["']\])/g;
const tableRow = /^\|\s*`([A-Z][A-Z0-9_]*)`/gm;

function findVariables(tree: Tree, path: string, form: RegExp): Variable[] {
  const text = path.endsWith(".md") ? tree.read(path) : withoutComments(tree.read(path));
  return matchAll(text, form).map(({ index, groups }) => {
    const line = lineAt(text, index + (text.slice(index).match(/^\s*/)?.[0].length ?? 0));
    return { path, line, name: groups.find((group) => group !== "") ?? "" };
  });
}

function findReads(tree: Tree): Variable[] {
  const code = tree.files.filter((path) => isCode(path) && !isTest(path));
  const keys = code.filter((path) => baseName(path) === "env.ts");
  return [
    ...keys.flatMap((path) => findVariables(tree, path, schemaKey)),
    ...code.flatMap((path) => findVariables(tree, path, directRead)),
  ].filter(({ name }) => !ambient.has(name));
}

/** The variables the code reads are those in the table of docs/operations.md, and no others. */
export const environment: Rule = {
  name: "environment",
  check: (tree) => {
    if (!tree.has(manual)) {
      const message = "is missing: it holds the table of environment variables";
      return [{ path: manual, line: 1, message }];
    }
    const rows = findVariables(tree, manual, tableRow);
    const reads = findReads(tree);
    const written = new Set(rows.map(({ name }) => name));
    const read = new Set(reads.map(({ name }) => name));
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
