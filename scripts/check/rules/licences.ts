import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Rule, Violation } from "../rule.ts";
import { satisfies } from "../spdx.ts";

type Manifest = {
  name: string;
  version: string;
  license?: string | { type?: string };
  licenses?: { type?: string }[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

/**
 * Licences whose works an Apache-2.0 project may depend on. The MPL binds changes to its own
 * files, the LGPL a library that is loaded unchanged at run time; both are met by not changing
 * them. The CC-BY and OFL are those of data and fonts.
 */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "LGPL-3.0-or-later",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "PostgreSQL",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** Where Node would find the package `name` from inside `folder`. */
function findPackage(folder: string, name: string): string | undefined {
  const found = join(folder, "node_modules", name);
  if (existsSync(join(found, "package.json"))) return realpathSync(found);
  return dirname(folder) === folder ? undefined : findPackage(dirname(folder), name);
}

function licenceOf({ license, licenses }: Manifest): string {
  if (typeof license === "string") return license;
  const types = license === undefined ? (licenses ?? []) : [license];
  return types.map(({ type }) => type ?? "none").join(" OR ") || "none";
}

function walk(folder: string, seen: Map<string, Manifest>): void {
  if (seen.has(folder)) return;
  const manifest = readManifest(folder);
  seen.set(folder, manifest);
  const names = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
  for (const name of names) {
    // An optional dependency for another platform is not installed, and not shipped.
    const found = findPackage(folder, name);
    if (found !== undefined) walk(found, seen);
  }
}

/** What runs in production comes under a licence that fits Apache-2.0, ours included. */
export const licences: Rule = {
  name: "licences",
  check: (tree) => {
    const manifests = tree.files.filter((path) => /^(?:[^/]+\/){0,2}package\.json$/.test(path));
    const blamed = new Map<string, Violation>();
    for (const path of manifests) {
      const seen = new Map<string, Manifest>();
      walk(realpathSync(dirname(join(tree.root, path))), seen);
      for (const [folder, manifest] of seen) {
        const licence = licenceOf(manifest);
        if (satisfies(licence, allowed) || blamed.has(folder)) continue;
        const message = `${manifest.name}@${manifest.version} is under "${licence}"`;
        blamed.set(folder, { path, line: 1, message });
      }
    }
    return [...blamed.values()];
  },
};
