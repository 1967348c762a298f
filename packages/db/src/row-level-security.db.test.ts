import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";

/** Tables with private content: the app role sees a row of them only through its actor. */
const privateTables = ["tickets", "threads", "posts", "thread_reads", "ticket_notes"] as const;

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const people = { alice: id(1), bob: id(2), assistant: id(3), admin: id(4) };
const course = id(10);

let database: TestDatabase;
let owner: postgres.Sql;
let app: postgres.Sql;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
  app = postgres(database.appUrl, { max: 1 });
  for (const [name, userId] of Object.entries(people)) {
    await owner`insert into users (id, email, first_name, last_name, is_admin)
      values (${userId}, ${`${name}@atrium.test`}, ${name}, 'Test', ${name === "admin"})`;
  }
  await owner`insert into courses (id, code, term, name, starts_on, ends_on)
    values (${course}, '521141P', '2026-autumn', '{"en": "Programming"}', '2026-09-01', '2026-12-18')`;
  await owner`insert into memberships (course_id, user_id, role) values
    (${course}, ${people.alice}, 'student'), (${course}, ${people.bob}, 'student'),
    (${course}, ${people.assistant}, 'assistant')`;
  await writeTicket(20, people.alice, null);
  await writeTicket(30, people.bob, people.admin);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

async function writeTicket(n: number, opener: string, assignee: string | null) {
  const state = assignee ? "processing" : "pending";
  await owner`insert into threads (id, kind, course_id, last_seq) values (${id(n)}, 'ticket', ${course}, 1)`;
  await owner`insert into tickets (id, thread_id, course_id, number, subject, state, opener_id, assignee_id, language, client_key)
    values (${id(n)}, ${id(n)}, ${course}, ${n}, 'Help', ${state}, ${opener}, ${assignee}, 'en', ${id(n)})`;
  await owner`insert into posts (id, thread_id, seq, kind, author_id, content, language)
    values (${id(n)}, ${id(n)}, 1, 'post', ${opener}, '{"en": "Help"}', 'en')`;
  await owner`insert into ticket_notes (id, ticket_id, author_id, body, client_key)
    values (${id(n)}, ${id(n)}, ${people.admin}, 'Secret', ${id(n)})`;
  await owner`insert into thread_reads (thread_id, user_id, last_read_seq) values (${id(n)}, ${opener}, 1)`;
}

/** How many rows of each private table the app role sees for an actor, without any where-clause. */
async function countSeen(actor: string | null): Promise<Record<string, number>> {
  return app.begin(async (tx) => {
    if (actor) await tx`select set_config('atrium.actor_id', ${actor}, true)`;
    const seen: Record<string, number> = {};
    for (const table of privateTables) {
      const [row] = await tx<{ n: number }[]>`select count(*)::int as n from ${tx(table)}`;
      seen[table] = row?.n ?? -1;
    }
    return seen;
  });
}

const rows = (tickets: number, notes: number, reads: number) => ({
  tickets,
  threads: tickets,
  posts: tickets,
  thread_reads: reads,
  ticket_notes: notes,
});

describe("row-level security for the app role", () => {
  it("A1 shows nothing at all to a transaction that names no actor", async () => {
    expect(await countSeen(null)).toEqual(rows(0, 0, 0));
    expect(await countSeen(id(99))).toEqual(rows(0, 0, 0));
  });

  it("A1 shows a student their own ticket, and no other's, without a where-clause", async () => {
    expect(await countSeen(people.alice)).toEqual(rows(1, 0, 1));
    expect(await countSeen(people.bob)).toEqual(rows(1, 0, 1));
  });

  it("A8 shows notes to staff alone", async () => {
    // The assistant sees what nobody has taken, not what the admin has.
    expect(await countSeen(people.assistant)).toEqual(rows(1, 1, 0));
    expect(await countSeen(people.admin)).toEqual(rows(2, 2, 0));
  });

  it("A3 ends with the role", async () => {
    await owner`delete from memberships where user_id in (${people.assistant}, ${people.alice})`;
    expect(await countSeen(people.assistant)).toEqual(rows(0, 0, 0));
    expect(await countSeen(people.alice)).toEqual(rows(0, 0, 1));
    await owner`insert into memberships (course_id, user_id, role) values
      (${course}, ${people.alice}, 'student'), (${course}, ${people.assistant}, 'assistant')`;
  });

  it("forgets the actor with the transaction, also on a pooled connection", async () => {
    await countSeen(people.admin);
    expect(await countSeen(null)).toEqual(rows(0, 0, 0));
  });

  it("A7 refuses rows in another's name and rows out of sight", async () => {
    const as = (actor: string, write: (tx: postgres.TransactionSql) => Promise<unknown>) =>
      app.begin(async (tx) => {
        await tx`select set_config('atrium.actor_id', ${actor}, true)`;
        await write(tx);
      });
    const post = (tx: postgres.TransactionSql, n: number, thread: number, author: string) =>
      tx`insert into posts (id, thread_id, seq, kind, author_id, content, language)
        values (${id(n)}, ${id(thread)}, ${n}, 'post', ${author}, '{"en": "x"}', 'en')`;
    await as(people.alice, (tx) => post(tx, 50, 20, people.alice));
    await expect(as(people.alice, (tx) => post(tx, 51, 20, people.bob))).rejects.toThrow(
      /row-level security/,
    );
    await expect(as(people.alice, (tx) => post(tx, 52, 30, people.alice))).rejects.toThrow(
      /row-level security/,
    );
    await as(people.alice, async (tx) => {
      const changed = await tx`update tickets set subject = 'Mine now' where number = 30`;
      expect(changed.count).toBe(0);
    });
  });

  it("owns nothing: neither role can change tables, and the app reads no job and no trail", async () => {
    for (const url of [database.appUrl, database.workerUrl]) {
      const sql = postgres(url, { max: 1 });
      await expect(sql`drop table tickets`).rejects.toThrow(/must be owner/);
      await expect(sql`alter table tickets disable row level security`).rejects.toThrow(
        /must be owner/,
      );
      await expect(sql`select * from audit_events`).rejects.toThrow(/permission denied/);
      const [owned] = await sql<{ n: number }[]>`
        select count(*)::int as n from pg_class where relowner = current_user::regrole`;
      expect(owned?.n).toBe(0);
      await sql.end();
    }
    await expect(app`select * from graphile_worker.jobs`).rejects.toThrow(/permission denied/);
    await expect(app`select * from mail_deliveries`).rejects.toThrow(/permission denied/);
  });

  it("covers every table that is not on the list of public or identity tables", async () => {
    const open = await owner<{ relname: string }[]>`
      select relname from pg_class where relnamespace = 'public'::regnamespace
        and relkind = 'r' and not relrowsecurity order by relname`;
    expect(open.map((table) => table.relname)).toEqual([
      "access_tokens",
      "audit_events",
      "courses",
      "credentials",
      "memberships",
      "ticket_counters",
      "users",
      "worker_heartbeats",
    ]);
  });
});
