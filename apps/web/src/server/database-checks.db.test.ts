import { openDatabase } from "@atrium/db/client";
import { createTestDatabase } from "@atrium/db/testing/test-database";
import { expect, it } from "vitest";
import { countConnections, databaseChecks } from "./database-checks.ts";
import { createReadiness } from "./readiness.ts";

it("is ready on a migrated database, and names what is missing on any other", async () => {
  const test = await createTestDatabase();
  const owner = openDatabase(test.ownerUrl, { max: 1 });
  const app = openDatabase(test.appUrl, { max: 1, applicationName: "atrium-web-test" });
  const failing = () => createReadiness(databaseChecks(app)).failing();
  expect(await failing()).toEqual([]);
  expect(await countConnections(app, "atrium-web-test")).toEqual({ active: 1 });

  const current = databaseChecks(app);
  await owner.sql`
    delete from drizzle.__drizzle_migrations
    where id = (select max(id) from drizzle.__drizzle_migrations)`;
  expect(await failing()).toEqual(["migrations"]);
  expect(await current.migrations?.()).toBe(false);

  await Promise.all([owner.close(), app.close()]);
  expect(await failing()).toEqual(["database", "migrations"]);
  await test.drop();
});
