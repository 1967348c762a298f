import type { Rule, Violation } from "../rule.ts";
import { lineAt, matchAll, withoutComments } from "../text.ts";
import type { Tree } from "../tree.ts";

type Contract = { path: string; line: number; task: string };

const contract = /\bdefineJob\(\s*\{[^{}]*?\bname:\s*"([^"]+)"/g;
const taskFile = /^apps\/worker\/src\/tasks\/[^/]+\/(?!.*\.test\.)[^/]+\.tsx?$/;

function findContracts(tree: Tree): Contract[] {
  return tree.files
    .filter((path) => /^packages\/domain\/src\/(?!kernel\/).*jobs\.ts$/.test(path))
    .flatMap((path) => {
      const code = withoutComments(tree.read(path));
      const domain = path.split("/")[3];
      return matchAll(code, contract).map(({ index, groups }) => ({
        path,
        line: lineAt(code, index),
        task: `apps/worker/src/tasks/${domain}/${groups[0]}.ts`,
      }));
    });
}

/** Each job contract has the one task file of its name, and each task file has a contract. */
export const jobTasks: Rule = {
  name: "job-tasks",
  check: (tree) => {
    const contracts = findContracts(tree);
    const wanted = contracts.map(({ task }) => task);
    const missing = contracts
      .filter(({ task }) => !tree.has(task))
      .map(({ path, line, task }): Violation => ({ path, line, message: `${task} is missing` }));
    const twice = contracts
      .filter(({ task }, position) => wanted.indexOf(task) !== position)
      .map(
        ({ path, line, task }): Violation => ({ path, line, message: `${task} has two contracts` }),
      );
    const stray = tree.files
      .filter((path) => taskFile.test(path) && !wanted.includes(path))
      .map((path): Violation => {
        return { path, line: 1, message: "no jobs.ts of this domain defines a job of this name" };
      });
    return [...missing, ...twice, ...stray];
  },
};
