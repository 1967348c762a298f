import { expect, it } from "vitest";
import { tempTree } from "../testing/fixture.ts";
import { openTree } from "../tree.ts";
import { licences } from "./licences.ts";

const manifest = (name: string, license: unknown, dependencies = {}) =>
  JSON.stringify({ name, version: "1.0.0", license, dependencies });

async function violations(license: unknown) {
  const root = tempTree({
    ".gitignore": "node_modules/\n",
    "package.json": manifest("house", "Apache-2.0"),
    "apps/web/package.json": manifest("web", "Apache-2.0", { direct: "1" }),
    "apps/web/node_modules/direct/package.json": manifest("direct", "MIT", {
      deep: "1",
      absent: "1",
    }),
    "apps/web/node_modules/direct/node_modules/deep/package.json": manifest("deep", license),
    "node_modules/tool/package.json": manifest("tool", "GPL-3.0-only"),
  });
  return licences.check(openTree(root));
}

it.each(["ISC", "(MIT OR GPL-3.0-only)", "MIT AND (GPL-2.0-only OR Apache-2.0)", { type: "MIT" }])(
  "accepts %j deep in what production runs",
  async (license) => {
    expect(await violations(license)).toEqual([]);
  },
);

it.each([
  ["GPL-3.0-only", "GPL-3.0-only"],
  ["MIT AND AGPL-3.0-only", "MIT AND AGPL-3.0-only"],
  ["Apache-2.0 WITH Commons-Clause", "Apache-2.0 WITH Commons-Clause"],
  ["SEE LICENSE IN LICENSE.md", "SEE LICENSE IN LICENSE.md"],
  [undefined, "none"],
])("refuses %j", async (license, shown) => {
  expect(await violations(license)).toEqual([
    { path: "apps/web/package.json", line: 1, message: `deep@1.0.0 is under "${shown}"` },
  ]);
});
