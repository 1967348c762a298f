import { isGenerated } from "../paths.ts";
import type { Rule } from "../rule.ts";

const kebab = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
/** Names which other people's tools and readers look for. */
const conventional =
  /^(?:README|CONTRIBUTING|SECURITY|CHANGELOG|LICENSE|NOTICE|Dockerfile|Chart)\b/;

/** Next's folders: (group), @slot, _private, and [param] with the name of a variable in it. */
const route = /^(?:\([a-z0-9-]+\)|[@_][a-z0-9-]+|\[{1,2}(?:\.{3})?[a-z][A-Za-z0-9]*\]{1,2})$/;

function isGood(path: string, segment: string): boolean {
  if (kebab.test(segment) || conventional.test(segment)) return true;
  if (path.startsWith("apps/web/src/app/")) return route.test(segment);
  // Helm reads templates/_helpers.tpl and prints templates/NOTES.txt.
  return /\/templates\/(?:_helpers\.tpl|NOTES\.txt)$/.test(path) && /^[_N]/.test(segment);
}

/** Files and folders are named in kebab-case. */
export const fileNames: Rule = {
  name: "file-names",
  check: (tree) =>
    tree.files
      // pnpm names a patch after its package and version.
      .filter((path) => !isGenerated(path) && !path.startsWith("patches/"))
      .flatMap((path) => {
        const bad = path.split("/").find((segment) => !isGood(path, segment));
        return bad === undefined ? [] : [{ path, line: 1, message: `"${bad}" is not kebab-case` }];
      }),
};
