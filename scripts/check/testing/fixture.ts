import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

/** Milliseconds a test may wait for a program it starts, on a machine busy with other tests. */
export const patience = 60_000;

export type Files = Record<string, string>;

/** A tree in memory. */
function treeOf(files: Files): Tree {
  return {
    root: "",
    files: Object.keys(files).sort(),
    read: (path) => files[path] ?? "",
    has: (path) => path in files,
  };
}

/** What a rule says about the files: "path:line message" for each violation. */
export async function complaints(rule: Rule, files: Files): Promise<string[]> {
  const violations = await rule.check(treeOf(files));
  return violations.map(({ path, line, message }) => `${path}:${line} ${message}`);
}

/** Writes the files under a new folder and returns it. */
export function writeFiles(files: Files): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "atrium-check-")));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** As writeFiles, for one test: the folder is gone when the test ends. */
export function tempTree(files: Files): string {
  const root = writeFiles(files);
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}
