import { readdirSync, readFileSync } from "node:fs";
import { join, matchesGlob } from "node:path";

/** The files of the project as a rule sees them: paths from the root, with forward slashes. */
export type Tree = {
  /** Absolute folder the paths start from; fixtures that live in memory have none. */
  root: string;
  files: string[];
  read: (path: string) => string;
  has: (path: string) => boolean;
};

/**
 * Reads the names in a .gitignore as globs. Only the plain forms are understood, so that the
 * check needs no git on the machine; a form that is not understood throws instead of being
 * skipped in silence.
 */
export function parseIgnore(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      if (line.startsWith("!")) throw new Error(`.gitignore: "${line}" is not understood`);
      const name = line.replace(/\/$/, "");
      return name.startsWith("/") ? name.slice(1) : `**/${name}`;
    });
}

function listFiles(root: string, folder: string, ignored: string[]): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (ignored.some((glob) => matchesGlob(path, glob))) return [];
    if (entry.isDirectory()) return listFiles(root, path, ignored);
    return entry.isFile() ? [path] : [];
  });
}

/** Opens the folder `root`, leaving out what its .gitignore leaves out. */
export function openTree(root: string): Tree {
  const ignored = ["**/.git", ...parseIgnore(readFileSync(join(root, ".gitignore"), "utf8"))];
  const files = listFiles(root, "", ignored).sort();
  const known = new Set(files);
  const texts = new Map<string, string>();
  const read = (path: string): string => {
    const text = texts.get(path) ?? readFileSync(join(root, path), "utf8");
    texts.set(path, text);
    return text;
  };
  return { root, files, read, has: (path) => known.has(path) };
}
