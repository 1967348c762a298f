import { expect, it } from "vitest";
import { complaints } from "../testing/fixture.ts";
import { environment } from "./environment.ts";

const manual = "docs/operations.md";
const env = "apps/web/src/env.ts";
const table = "| name | default |\n|---|---|\n| `PORT` | 3000 |\n| `SMTP_URL` | |\n";
const schema = "const schema = z.object({\n  PORT: z.coerce.number(),\n  // HOST: old\n});\n";
const script = { "scripts/start.mjs": "const home = process.env.HOME + process.env['SMTP_URL'];" };

it("accepts a table with just the variables that are read", async () => {
  expect(await complaints(environment, { [manual]: table, [env]: schema, ...script })).toEqual([]);
});

it("refuses a variable that is not in the table", async () => {
  const other = `const o = z\n  .object({\n    LOG_LEVEL: level,\n  });\nset({ COLOR: "0" });\n`;
  const files = { [manual]: table, [env]: schema + other, ...script };
  expect(await complaints(environment, files)).toEqual([
    `${env}:7 LOG_LEVEL is not in the table of ${manual}`,
  ]);
});

it("knows the ways to read one outside env.ts", async () => {
  const files = {
    [manual]: table,
    "packages/db/testing/env.ts": "const schema = z.object({ TEST_URL: z.url() });",
    "scripts/ports.mjs": 'const port = portSetting("PORT", 3000);',
    "scripts/settings.ts": "const { SMTP_URL: smtpUrl, HOST } = process.env;",
  };
  expect(await complaints(environment, files)).toEqual([
    `packages/db/testing/env.ts:1 TEST_URL is not in the table of ${manual}`,
    `scripts/settings.ts:1 HOST is not in the table of ${manual}`,
  ]);
});

it("refuses a row which nothing reads", async () => {
  expect(await complaints(environment, { [manual]: table, [env]: schema })).toEqual([
    `${manual}:4 SMTP_URL is read nowhere`,
  ]);
});

it("asks for the table when there is none", async () => {
  expect(await complaints(environment, { [env]: schema })).toEqual([
    `${manual}:1 is missing: it holds the table of environment variables`,
  ]);
});
