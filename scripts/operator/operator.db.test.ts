import { signInWithPassword } from "@atrium/api/sign-in";
import { openDatabase } from "@atrium/db/client";
import {
  createTestDatabase,
  TEST_SECRET,
  type TestDatabase,
} from "@atrium/db/testing/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dispatch } from "../atrium/dispatch.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function atrium(...args: string[]) {
  const lines: string[] = [];
  const code = await dispatch(args, {
    ownerUrl: database.ownerUrl,
    secret: TEST_SECRET,
    print: (line) => lines.push(line),
  });
  return { code, text: lines.join("\n") };
}

async function ask<Row>(query: string): Promise<Row[]> {
  const owner = openDatabase(database.ownerUrl, { max: 1 });
  try {
    return (await owner.sql.unsafe(query)) as unknown as Row[];
  } finally {
    await owner.close();
  }
}

const student = ["--email", "student@atrium.test"];
const course = ["--course", "521141P/2026-autumn"];

describe("pnpm atrium", () => {
  it("loads the demo, twice without doubling it, and its people can sign in", async () => {
    expect((await atrium("demo:load")).code).toBe(0);
    const count = "select (select count(*) from users) + (select count(*) from posts) as n";
    const [first] = await ask<{ n: string }>(count);
    expect((await atrium("demo:load")).code).toBe(0);
    expect(await ask(count)).toEqual([first]);
    const states = await ask<{ state: string }>("select distinct state from tickets order by 1");
    expect(states.map((row) => row.state)).toEqual(["done", "pending", "processing", "waiting"]);
    const app = openDatabase(database.appUrl, { max: 1 });
    const right = { email: "Student120@Atrium.test", password: "atrium-demo" };
    expect(await signInWithPassword(app, right)).toMatchObject({ email: "student120@atrium.test" });
    expect(await signInWithPassword(app, { ...right, password: "atrium-dem" })).toBeNull();
    await app.close();
  });

  it("creates a person once and refuses bad input with exit code 2", async () => {
    const person = ["--email", "new@atrium.test", "--first-name", "Uusi", "--last-name", "Ihminen"];
    expect((await atrium("user:create", ...person, "--password", "short")).code).toBe(2);
    const nameless = ["--email", "new@atrium.test", "--password", "long enough"];
    expect((await atrium("user:create", ...nameless)).code).toBe(2);
    const full = [...person, "--password", "long enough"];
    expect((await atrium("user:create", ...full)).code).toBe(0);
    expect((await atrium("user:create", ...full)).code).toBe(1);
  });

  it("gives and takes roles, and keeps the last responsible teacher", async () => {
    expect((await atrium("user:role", ...student, ...course, "--role", "assistant")).code).toBe(0);
    const roles = `select role from memberships m join users u on u.id = m.user_id
      join courses c on c.id = m.course_id
      where u.email = 'student@atrium.test' and c.code = '521141P' order by 1`;
    expect(await ask(roles)).toEqual([{ role: "assistant" }, { role: "student" }]);
    const remove = ["--role", "assistant", "--remove"];
    expect((await atrium("user:role", ...student, ...course, ...remove)).code).toBe(0);
    expect(await ask(roles)).toEqual([{ role: "student" }]);
    const last = ["--email", "responsible@atrium.test", "--role", "responsible", "--remove"];
    expect((await atrium("user:role", ...last, ...course)).code).toBe(1);
    expect((await atrium("user:role", ...student, "--role", "king", ...course)).code).toBe(2);
  });

  it("prints tokens as JSON, one a person, and stores only their hashes", async () => {
    const two = [...student, "--email", "teacher@atrium.test", "--scopes", "all", "--json"];
    const { code, text } = await atrium("token:create", ...two);
    expect(code).toBe(0);
    const tokens: Record<string, string> = JSON.parse(text);
    expect(Object.keys(tokens)).toEqual(["student@atrium.test", "teacher@atrium.test"]);
    const stored = JSON.stringify(await ask("select * from access_tokens"));
    for (const token of Object.values(tokens)) {
      expect(token).toMatch(/^atr_.{43}$/);
      expect(stored).not.toContain(token);
    }
    expect((await atrium("token:create", ...student, "--scopes", "tickets:eat")).code).toBe(2);
    expect((await atrium("token:create", "--email", "x@y.fi", "--scopes", "all")).code).toBe(1);
  });
});
