import { baseName, isSource, isTest } from "../paths.ts";
import type { Rule, Violation } from "../rule.ts";
import { countLines } from "../text.ts";

const sourceLimit = 250;
const testLimit = 400;
const pageLimit = 60;
const routerLimit = 150;
const medianLimit = 80;

const isRouter = (path: string): boolean =>
  /^packages\/api\/src\/(?:.*\/)?(?:routers\/[^/]+|[^/]*router)\.ts$/.test(path);

function limitOf(path: string): number {
  if (isTest(path)) return testLimit;
  if (baseName(path) === "page.tsx") return pageLimit;
  return isRouter(path) ? routerLimit : sourceLimit;
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

/** Small files: a limit for each kind, and one for the median of all source files. */
export const sizes: Rule = {
  name: "sizes",
  check: (tree) => {
    const measured = tree.files
      .filter((path) => isSource(path) || isTest(path) || path.endsWith(".css"))
      .map((path) => ({ path, lines: countLines(tree.read(path)), limit: limitOf(path) }));
    const violations = measured
      .filter(({ lines, limit }) => lines > limit)
      .map(({ path, lines, limit }): Violation => {
        return { path, line: limit + 1, message: `${lines} lines, the limit is ${limit}` };
      });
    const middle = median(measured.filter(({ path }) => isSource(path)).map(({ lines }) => lines));
    if (middle <= medianLimit) return violations;
    const message = `the median source file has ${middle} lines, the limit is ${medianLimit}`;
    return [...violations, { path: ".", line: 1, message }];
  },
};
