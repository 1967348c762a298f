import { locales, readMessages } from "../messages.ts";
import type { Rule, Violation } from "../rule.ts";
import { lineAt, matchAll, withoutComments } from "../text.ts";

const errorFile = /^packages\/domain\/src\/(?:.+\/)?errors\.ts$/;
const code = /"([a-z][a-z-]*(?:\.[a-z][a-z_]*)+)"/g;

/** Every error code of the domain has a text in every language. */
export const messageErrors: Rule = {
  name: "message-errors",
  check: (tree) => {
    const files = locales.map((locale) => `apps/web/messages/${locale}/errors.json`);
    const texts = files.map((path) => ({
      path,
      keys: tree.has(path) ? readMessages(tree, path) : new Map<string, string>(),
    }));
    return tree.files
      .filter((path) => errorFile.test(path))
      .flatMap((path) => {
        const source = withoutComments(tree.read(path));
        return matchAll(source, code).flatMap(({ index, groups: [name = ""] }) =>
          texts
            .filter(({ keys }) => !keys.has(name))
            .map((file): Violation => {
              const line = lineAt(source, index);
              return { path, line, message: `${name} has no text in ${file.path}` };
            }),
        );
      });
  },
};
