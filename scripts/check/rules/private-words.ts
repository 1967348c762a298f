import type { Rule } from "../rule.ts";
import { lineAt, matchAll } from "../text.ts";

const binary = /\.(?:png|jpe?g|webp|avif|gif|ico|woff2?|ttf|pdf|gz|zip)$/;

/** Written without the folders in one piece, so that this file does not report itself. */
const machineFolder = `/(?:${["work", "root"].join("|")})/`;

const words = [
  {
    form: new RegExp(`(?<![\\w.$})\\]*-])${machineFolder}`, "g"),
    message: "a folder of one machine",
  },
  {
    form: /^[ \t]*(?:@[\w-]+:)?registry\s*=|\bhttps?:\/\/[^\s"'`/)]*\b(?:registry|artifactory|nexus|verdaccio)\b/gm,
    message: "the address of a package registry",
  },
  {
    form: /^[ \t]+(?:resolution:.*\btarball:|tarball:)\s*https?:/gm,
    message: "a pinned tarball address",
  },
];

/** Nothing in the project tells of the machine or the package registry it was made with. */
export const privateWords: Rule = {
  name: "private-words",
  check: (tree) =>
    tree.files
      .filter((path) => !binary.test(path))
      .flatMap((path) => {
        const text = tree.read(path);
        return words.flatMap(({ form, message }) =>
          matchAll(text, form).map(({ index }) => ({ path, line: lineAt(text, index), message })),
        );
      }),
};
