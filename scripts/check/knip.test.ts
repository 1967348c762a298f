import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { patience, writeFiles } from "./testing/fixture.ts";

const home = join(import.meta.dirname, "../..");

const files = {
  ".gitignore": "node_modules/\n",
  "knip.json": readFileSync(join(home, "knip.json"), "utf8"),
  "package.json": JSON.stringify({ name: "atrium", workspaces: ["apps/*", "packages/*"] }),
  "apps/worker/package.json": JSON.stringify({
    name: "@atrium/worker",
    dependencies: { "@atrium/domain": "*", used: "1", unused: "1" },
  }),
  "apps/worker/src/main.ts": `import used from "used";
import unlisted from "unlisted";
import { claimTicket } from "@atrium/domain/tickets/claim";
import { run } from "./run.ts";
run(used, unlisted, claimTicket);
`,
  "apps/worker/src/run.ts": "export function run(...all: unknown[]) {\n  return all;\n}\n",
  "apps/worker/src/dead.ts": "export const dead = 1;\n",
  "packages/domain/package.json": JSON.stringify({
    name: "@atrium/domain",
    private: true,
    exports: { "./*": "./src/*.ts" },
  }),
  "packages/domain/src/tickets/claim.ts":
    "export function claimTicket() {}\nexport function deadTicket() {}\n",
};

type Issue = { file: string } & Record<string, { name: string }[]>;

/** Runs knip in the folder; it leaves with an error as soon as it finds anything. */
function runKnip(folder: string): { issues: Issue[] } {
  const knip = join(home, "node_modules/.bin/knip");
  const args = ["--reporter=json", "--no-config-hints"];
  try {
    return JSON.parse(execFileSync(knip, args, { cwd: folder, encoding: "utf8", stdio: "pipe" }));
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout);
  }
}

let root = "";
let issues: Issue[] = [];

const found = (kind: string): string[] =>
  issues.flatMap((issue) => (issue[kind] ?? []).map(({ name }) => `${issue.file} ${name}`));

beforeAll(() => {
  root = writeFiles(files);
  issues = runKnip(root).issues;
}, patience);
afterAll(() => rmSync(root, { recursive: true, force: true }));

it("finds the file nobody reaches, and no other", () => {
  expect(found("files")).toEqual(["apps/worker/src/dead.ts apps/worker/src/dead.ts"]);
});

it("finds the export of a package nobody uses, and no other", () => {
  expect(found("exports")).toEqual(["packages/domain/src/tickets/claim.ts deadTicket"]);
});

it("finds the dependency nobody uses, and the one nobody listed", () => {
  expect(found("dependencies")).toEqual(["apps/worker/package.json unused"]);
  expect(found("unlisted")).toEqual(["apps/worker/src/main.ts unlisted"]);
});
