import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Rule } from "./rule.ts";
import { caseIds } from "./rules/case-ids.ts";
import { commands } from "./rules/commands.ts";
import { dependencies } from "./rules/dependencies.ts";
import { docPaths } from "./rules/doc-paths.ts";
import { domainFiles } from "./rules/domain-files.ts";
import { environment } from "./rules/environment.ts";
import { fileNames } from "./rules/file-names.ts";
import { importTypes } from "./rules/import-types.ts";
import { jobTasks } from "./rules/job-tasks.ts";
import { licences } from "./rules/licences.ts";
import { messageErrors } from "./rules/message-errors.ts";
import { messageParity } from "./rules/message-parity.ts";
import { messageUse } from "./rules/message-use.ts";
import { privateWords } from "./rules/private-words.ts";
import { sizes } from "./rules/sizes.ts";
import { todoOwner } from "./rules/todo-owner.ts";
import type { Tree } from "./tree.ts";
import { openTree } from "./tree.ts";

const rules: Rule[] = [
  domainFiles,
  fileNames,
  sizes,
  commands,
  dependencies,
  importTypes,
  environment,
  jobTasks,
  messageParity,
  messageErrors,
  messageUse,
  docPaths,
  caseIds,
  todoOwner,
  licences,
  privateWords,
];

function chooseRules(only: string | undefined): Rule[] {
  const chosen = rules.filter(({ name }) => only === undefined || name === only);
  if (chosen.length > 0) return chosen;
  throw new Error(`no rule "${only}"; there are: ${rules.map(({ name }) => name).join(", ")}`);
}

/** Prints what one rule has against the tree, and answers how much that is. */
async function runRule({ name, check }: Rule, tree: Tree): Promise<number> {
  const violations = await check(tree);
  for (const { path, line, message } of violations) {
    console.error(`${path}:${line} ${name}: ${message}`);
  }
  return violations.length;
}

/** `node scripts/check/main.ts [--only=rule] [folder]`: without a folder, this project's. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { only: { type: "string" } },
    allowPositionals: true,
  });
  const tree = openTree(resolve(positionals[0] ?? join(import.meta.dirname, "../..")));
  const chosen = chooseRules(values.only);
  let found = 0;
  for (const rule of chosen) found += await runRule(rule, tree);
  console.log(`${chosen.length} rules, ${tree.files.length} files, ${found} violations`);
  if (found > 0) process.exitCode = 1;
}

await main();
