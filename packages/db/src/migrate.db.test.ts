import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { createEmptyDatabase, TEST_SECRET } from "../testing/test-database.ts";
import { countPendingMigrations, migrateDatabase } from "./migrate.ts";
import { rolePassword } from "./urls.ts";

const passwords = {
  appPassword: rolePassword(TEST_SECRET, "atrium_app"),
  workerPassword: rolePassword(TEST_SECRET, "atrium_worker"),
};

describe("migrateDatabase", () => {
  it("can run twice at once and again later", async () => {
    const database = await createEmptyDatabase();
    try {
      await Promise.all([
        migrateDatabase(database.ownerUrl, passwords),
        migrateDatabase(database.ownerUrl, passwords),
      ]);
      await migrateDatabase(database.ownerUrl, passwords);
      const sql = postgres(database.ownerUrl, { max: 1 });
      expect(await countPendingMigrations(sql)).toBe(0);
      await sql`delete from drizzle.__drizzle_migrations where id = 1`;
      expect(await countPendingMigrations(sql)).toBe(1);
      await sql.end();
    } finally {
      await database.drop();
    }
  });
});
