import { baseName, isGenerated } from "../paths.ts";
import type { Rule, Violation } from "../rule.ts";
import type { Tree } from "../tree.ts";

const domains = [
  "identity",
  "threads",
  "tickets",
  "messaging",
  "events",
  "orders",
  "check-in",
  "notifications",
  "insights",
];
const vocabulary = ["schema", "errors", "policy", "access", "rules", "queries", "jobs"];
const testEnding = /(?:\.[a-z-]+)?(?:\.db)?\.test$/;

function complain(tree: Tree, path: string): string | undefined {
  const [domain = "", ...inside] = path.replace("packages/domain/src/", "").split("/");
  if (domain === "kernel") return undefined;
  if (!domains.includes(domain)) return `"${domain}" is not a domain: ${domains.join(", ")}`;
  if (!path.endsWith(".ts")) return "only .ts files live in a domain folder";
  const stem = baseName(path).replace(/\.ts$/, "").replace(testEnding, "");
  if (inside.at(-2) === "commands") {
    const subject = path.replace(baseName(path), `${stem}.ts`);
    return tree.has(subject) ? undefined : `tests ${stem}.ts, which is not beside it`;
  }
  if (inside.includes("commands")) return "commands/ has no folders";
  if (vocabulary.includes(stem)) return undefined;
  return `"${stem}" is no file of a domain: ${vocabulary.join(", ")}, or commands/*.ts`;
}

/** A domain folder, and each folder for a sub-concern in it, holds only files of known names. */
export const domainFiles: Rule = {
  name: "domain-files",
  check: (tree) =>
    tree.files
      .filter((path) => path.startsWith("packages/domain/src/") && !isGenerated(path))
      .flatMap((path): Violation[] => {
        const message = complain(tree, path);
        return message === undefined ? [] : [{ path, line: 1, message }];
      }),
};
