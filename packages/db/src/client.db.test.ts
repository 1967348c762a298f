import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { openDatabase } from "./client.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("survives its connections being killed under load: every call ends, and new ones work", async () => {
  const app = openDatabase(database.appUrl, { max: 8 });
  const owner = postgres(database.ownerUrl, { max: 1 });
  const text = "x".repeat(4_000);
  const until = Date.now() + 4_000;
  let [done, lost] = [0, 0];
  const load = async () => {
    while (Date.now() < until) {
      // Many small writes at once are what leaves a buffered one behind when the connection dies.
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) =>
          index % 4 > 0
            ? app.sql`select ${text} as text`
            : app.sql.begin((tx) => Promise.all([tx`select ${text} as text`, tx`select 1`])),
        ),
      );
      done += results.filter((result) => result.status === "fulfilled").length;
      lost += results.filter((result) => result.status === "rejected").length;
    }
  };
  const kill = async () => {
    while (Date.now() < until - 1_500) {
      await owner`select pg_terminate_backend(pid) from pg_stat_activity
        where usename = 'atrium_app' and datname = current_database()`;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  await Promise.all([load(), load(), load(), kill()]);
  expect(lost).toBeGreaterThan(0);
  expect(done).toBeGreaterThan(1_000);
  await expect(app.sql`select 1 as alive`).resolves.toMatchObject([{ alive: 1 }]);
  await Promise.all([app.close(), owner.end()]);
});
