import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { migrationsFolder } from "./migrate.ts";
import { dumpSchema } from "./schema-dump.ts";

const dumpFile = fileURLToPath(new URL("../schema.sql", import.meta.url));
const packageFolder = fileURLToPath(new URL("..", import.meta.url));

let database: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await createTestDatabase();
  sql = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

describe("the checked-in schema", () => {
  it("is what the migrations make, replayed from zero", async () => {
    const made = await dumpSchema(sql);
    // `pnpm --filter @atrium/db dump` runs this with --update, which writes the file anew.
    await expect(made).toMatchFileSnapshot(dumpFile);
  });

  it("shows a column that no migration made", async () => {
    await sql`alter table users add column smuggled int`;
    expect(await dumpSchema(sql)).not.toBe(readFileSync(dumpFile, "utf8"));
    await sql`alter table users drop column smuggled`;
  });

  it("is what drizzle's tables say: generating again gives no migration", () => {
    const copy = mkdtempSync(join(tmpdir(), "atrium-migrations-"));
    try {
      cpSync(migrationsFolder, copy, { recursive: true });
      expect(generate(copy, "./src/schema/*.ts")).toContain("No schema changes");
      expect(readdirSync(copy).sort()).toEqual(readdirSync(migrationsFolder).sort());
      // The same check does see a difference: without the tables it wants to drop them all.
      generate(copy, "./src/schema/roles.ts");
      expect(readdirSync(copy).length).toBeGreaterThan(readdirSync(migrationsFolder).length);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});

/** Runs drizzle-kit and returns what it said; it ends with code 0 whatever happens. */
function generate(out: string, schema: string): string {
  const drizzleKit = join(packageFolder, "node_modules/drizzle-kit/bin.cjs");
  // It puts "./" before the path, so only a relative one arrives.
  const to = `--out=${relative(packageFolder, out)}`;
  const args = [drizzleKit, "generate", "--dialect=postgresql", `--schema=${schema}`, to];
  return execFileSync(process.execPath, args, { cwd: packageFolder, encoding: "utf8" });
}
