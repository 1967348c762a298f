import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { patience, writeFiles } from "./testing/fixture.ts";

const home = join(import.meta.dirname, "../..");
const kernel = "packages/domain/src/kernel";
const features = "apps/web/src/features";

/** A place and what is written there. */
type Example = [path: string, code: string];

const longFunction = (lines: number) =>
  `export function long() {\n${"  work();\n".repeat(lines)}}\n\nfunction work() {}\n`;
const port = "export const port = process.env.PORT;\n";
const say = 'console.log("started");\n';
const importing = (line: string, use: string) => `${line}\n\nexport ${use};\n`;
const ids = 'import { newId } from "./ids.ts";';

/** By rule: an example it refuses, and its good twin. */
const examples: [rule: string, bad: Example, good: Example][] = [
  [
    "noExcessiveLinesPerFunction",
    [`${kernel}/long.ts`, longFunction(51)],
    [`${kernel}/short.ts`, longFunction(48)],
  ],
  [
    "noExcessiveLinesPerFunction",
    [`${features}/long.tsx`, longFunction(51)],
    // The callback of a describe is no function anyone reads as one: tests have a file size.
    [`${features}/long.test.ts`, longFunction(90)],
  ],
  [
    "noExcessiveCognitiveComplexity",
    [
      `${kernel}/deep.ts`,
      `export function deep(n: number) {${"if (n) {".repeat(6)}${"}".repeat(7)}`,
    ],
    [
      `${kernel}/flat.ts`,
      "export function flat(n: number) {\n  if (n) return 1;\n  return 2;\n}\n",
    ],
  ],
  ["noProcessEnv", ["apps/web/src/auth.ts", port], ["apps/web/src/env.ts", port]],
  [
    "noProcessEnv",
    [
      `${kernel}/env-import.ts`,
      importing('import { env } from "node:process";', "const a = env.A"),
    ],
    [`${kernel}/exit.ts`, importing('import { exit } from "node:process";', "const leave = exit")],
  ],
  [
    "noDefaultExport",
    [`${features}/list.tsx`, "export default function List() {}\n"],
    ["apps/web/src/app/page.tsx", "export default function Page() {}\n"],
  ],
  [
    "noReExportAll",
    [`${kernel}/all.ts`, 'export * from "./ids.ts";\n'],
    [`${kernel}/own.ts`, "export const own = 1;\n"],
  ],
  [
    "noBarrelFile",
    [`${kernel}/barrel.ts`, 'export { newId } from "./ids.ts";\n'],
    [`${kernel}/ids.ts`, "export const newId = () => 1;\n"],
  ],
  [
    "noExplicitAny",
    [`${kernel}/any.ts`, "export const parse = (x: any) => x;\n"],
    [`${kernel}/unknown.ts`, "export const parse = (x: unknown) => x;\n"],
  ],
  [
    "noNonNullAssertion",
    [`${kernel}/bang.ts`, "export const first = (x: string[]) => x[0]!.length;\n"],
    [`${kernel}/ask.ts`, "export const first = (x: string[]) => x[0]?.length;\n"],
  ],
  ["noConsole", ["apps/worker/src/main.ts", say], ["scripts/start.ts", say]],
  [
    "noUnusedImports",
    [`${kernel}/spare.ts`, importing(ids, "const a = 1")],
    [`${kernel}/used.ts`, importing(ids, "const a = newId()")],
  ],
  [
    "noUnusedVariables",
    [`${kernel}/idle.ts`, importing("const a = 1;", "const b = 1")],
    [`${kernel}/busy.ts`, importing("const a = 1;", "const b = a")],
  ],
  [
    "useImportType",
    [`${kernel}/value.ts`, importing('import { Actor } from "./actor.ts";', "type Who = Actor")],
    [
      `${kernel}/type.ts`,
      importing('import type { Actor } from "./actor.ts";', "type Who = Actor"),
    ],
  ],
  [
    "noFloatingPromises",
    [`${kernel}/float.ts`, "export async function send() {}\n\nsend();\n"],
    [`${kernel}/await.ts`, "export async function send() {}\n\nawait send();\n"],
  ],
  [
    "useButtonType",
    [`${features}/go.tsx`, "export const Go = () => <button>Go</button>;\n"],
    [`${features}/ok.tsx`, 'export const Ok = () => <button type="button">Ok</button>;\n'],
  ],
  [
    "noFocusedTests",
    [`${kernel}/only.test.ts`, 'it.only("a", () => {});\n'],
    [`${kernel}/every.test.ts`, 'it("a", () => {});\n'],
  ],
  [
    "format",
    [`${kernel}/loose.ts`, "export const a = 'b'\n"],
    [`${kernel}/neat.ts`, 'export const a = "b";\n'],
  ],
  [
    "parse",
    ["packages/ui/src/styles/broken.css", "a {\n  color red;\n}\n"],
    [
      "packages/ui/src/styles/tokens.css",
      '@import "tailwindcss";\n\n@theme {\n  --color-ink: #111;\n}\n\n.a {\n  @apply text-ink;\n}\n',
    ],
  ],
];

type Report = { diagnostics: { category: string; location: { path: string } }[] };

/** Runs biome in the folder; it leaves with an error as soon as it has anything to say. */
function runBiome(folder: string): Report {
  const biome = join(home, "node_modules/.bin/biome");
  const args = ["check", "--reporter=json", "--max-diagnostics=none"];
  try {
    return JSON.parse(execFileSync(biome, args, { cwd: folder, encoding: "utf8", stdio: "pipe" }));
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout);
  }
}

let root = "";
let diagnostics: Report["diagnostics"] = [];

const against = (path: string): string[] =>
  diagnostics.filter(({ location }) => location.path === path).map(({ category }) => category);

beforeAll(() => {
  root = writeFiles({
    "biome.json": readFileSync(join(home, "biome.json"), "utf8"),
    ".gitignore": "node_modules/\n",
    ...Object.fromEntries(examples.flatMap(([, bad, good]) => [bad, good])),
  });
  diagnostics = runBiome(root).diagnostics;
}, patience);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const titled = examples.map(([rule, [bad], [good]]) => ({ rule, bad, good }));

it.each(titled)("$rule refuses $bad, not $good", ({ rule, bad, good }) => {
  expect(against(bad).map((category) => category.split("/").at(-1))).toContain(rule);
  expect(against(good)).toEqual([]);
});
