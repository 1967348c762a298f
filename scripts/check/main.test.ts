import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { patience, tempTree } from "./testing/fixture.ts";

const check = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, "main.ts"), ...args], {
    encoding: "utf8",
  });

it(
  "prints what it finds as path:line rule: message, and fails",
  () => {
    const root = tempTree({ ".gitignore": "", "docs/Notes.md": "[gone](gone.md)\n" });
    const { status, stderr } = check("--only=doc-paths", root);
    expect(stderr).toBe("docs/Notes.md:1 doc-paths: gone.md does not exist\n");
    expect(status).toBe(1);
  },
  patience,
);

it(
  "passes a tree that keeps the chosen rule",
  () => {
    const root = tempTree({ ".gitignore": "", "docs/notes.md": "[gone](gone.md)\n" });
    const { status, stdout } = check("--only=file-names", root);
    expect(stdout).toBe("1 rules, 2 files, 0 violations\n");
    expect(status).toBe(0);
  },
  patience,
);

it(
  "names the rules there are when it knows no such rule",
  () => {
    const { status, stderr } = check("--only=nothing");
    expect(stderr).toContain('no rule "nothing"; there are: domain-files');
    expect(status).not.toBe(0);
  },
  patience,
);
