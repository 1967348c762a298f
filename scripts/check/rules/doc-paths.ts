import { posix } from "node:path";
import { folderOf } from "../paths.ts";
import type { Rule, Violation } from "../rule.ts";
import { lineAt, matchAll } from "../text.ts";
import type { Tree } from "../tree.ts";

const link = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const codePath =
  /`((?:[\w.@()[\]-]+\/)+[\w.@()[\]-]+\.(?:[cm]?[jt]sx?|json|css|sql|md|ya?ml|sh|html|png|jpg|svg|patch))`/g;

/** The text with fenced blocks blanked out: commands and output in them are no references. */
const withoutFences = (text: string): string =>
  text.replace(/^( *)(```|~~~)[\s\S]*?^\1\2/gm, (block) => block.replace(/[^\n]/g, " "));

function exists(tree: Tree, path: string): boolean {
  const folder = `${path.replace(/\/$/, "")}/`;
  return path === "." || tree.has(path) || tree.files.some((file) => file.startsWith(folder));
}

function checkFile(tree: Tree, path: string): Violation[] {
  const text = withoutFences(tree.read(path));
  const fromHere = (target: string): string => posix.normalize(posix.join(folderOf(path), target));
  const links = matchAll(text, link)
    .map(({ index, groups }) => ({ index, target: groups[0]?.replace(/[?#].*$/, "") ?? "" }))
    .filter(({ target }) => target !== "" && !/^[a-z]+:/.test(target))
    .filter(({ target }) => !exists(tree, fromHere(decodeURI(target))));
  const names = matchAll(text, codePath)
    .map(({ index, groups }) => ({ index, target: groups[0] ?? "" }))
    .filter(({ target }) => !exists(tree, target) && !exists(tree, fromHere(target)));
  return [...links, ...names].map(({ index, target }) => {
    return { path, line: lineAt(text, index), message: `${target} does not exist` };
  });
}

/** What the documents point at exists: relative links, and paths of files in backticks. */
export const docPaths: Rule = {
  name: "doc-paths",
  check: (tree) =>
    tree.files.filter((path) => path.endsWith(".md")).flatMap((path) => checkFile(tree, path)),
};
