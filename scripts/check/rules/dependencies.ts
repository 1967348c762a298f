import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ICruiseResult, IFlattenedRuleSet } from "dependency-cruiser";
import { cruise } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import type { Rule, Violation } from "../rule.ts";

const config = join(import.meta.dirname, "../../../.dependency-cruiser.cjs");
const folders = ["apps", "packages", "bench", "scripts"];

/**
 * Runs dependency-cruiser over the tree at `root`. Throws when it reads no TypeScript, which
 * happens without an error of its own when its parser is not installed.
 */
async function cruiseTree(root: string): Promise<ICruiseResult> {
  const { output } = await cruise(
    folders.filter((folder) => existsSync(join(root, folder))),
    { ...(await extractOptions(config)), baseDir: root },
    // apps/web names its own files "@/...".
    { alias: { "@": join(root, "apps/web/src") } },
  );
  if (typeof output === "string") throw new Error(`dependency-cruiser answers "${output}"`);
  const read = output.modules.some(({ source }) => /\.tsx?$/.test(source));
  if (!read) throw new Error("dependency-cruiser reads no TypeScript: is @swc/core installed?");
  return output;
}

/** The arrows of the architecture, as .dependency-cruiser.cjs draws them. */
export const dependencies: Rule = {
  name: "dependencies",
  check: async ({ root }) => {
    const { summary } = await cruiseTree(root);
    const rules = (summary.ruleSetUsed as IFlattenedRuleSet | undefined)?.forbidden ?? [];
    const comments = new Map(rules.map(({ name, comment }) => [name, comment]));
    return summary.violations.map(({ from, to, rule, cycle }): Violation => {
      const path = cycle?.map(({ name }) => name).join(" -> ") ?? to;
      const arrow = from === to ? "" : ` -> ${path}`;
      return { path: from, line: 1, message: `${rule.name}${arrow} (${comments.get(rule.name)})` };
    });
  },
};
