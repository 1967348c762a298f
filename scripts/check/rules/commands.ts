import { baseName, isSource } from "../paths.ts";
import type { Rule, Violation } from "../rule.ts";
import { lineAt, matchAll, withoutComments } from "../text.ts";

/** place-hold.ts -> placeHold */
const camelCase = (name: string): string =>
  name.replace(/\.ts$/, "").replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const exported = /^export\s+(?!type\b|interface\b)(?:(?:async\s+)?function\s+(\w+)|[^\n]*)/gm;

/** One write is one file with one exported function, named as the file. Types may stand beside. */
export const commands: Rule = {
  name: "commands",
  check: (tree) =>
    tree.files
      .filter((path) => /^packages\/domain\/src\/.+\/commands\/[^/]+$/.test(path))
      .filter(isSource)
      .flatMap((path): Violation[] => {
        const code = withoutComments(tree.read(path));
        const wanted = camelCase(baseName(path));
        const found = matchAll(code, exported);
        if (found.length === 0) return [{ path, line: 1, message: `exports no ${wanted}()` }];
        return found
          .filter(({ groups }, position) => groups[0] !== wanted || position > 0)
          .map(({ index }) => ({
            path,
            line: lineAt(code, index),
            message: `a command file exports one function, ${wanted}(), and nothing else`,
          }));
      }),
};
