import { type Database, openDatabase } from "@atrium/db/client";
import { countPendingMigrations } from "@atrium/db/migrate";
import { type DatabaseRole, roleUrl } from "@atrium/db/urls";
import { dataFolder } from "../../bootstrap/paths.mjs";
import { authSecret } from "../../start/settings.ts";
import { findOwnerUrl } from "../context.ts";
import type { Finding } from "./finding.ts";

/** The worker writes its heartbeat every few seconds; a lease of 30 s is the default. */
const silentAfterSeconds = 30;

async function ask(
  name: string,
  url: string,
  question: (database: Database) => Promise<Omit<Finding, "name">>,
): Promise<Finding> {
  const database = openDatabase(url, { max: 1, applicationName: "atrium doctor" });
  try {
    return { name, ...(await question(database)) };
  } catch (error) {
    return { name, ok: false, detail: (error as Error).message || String(error) };
  } finally {
    await database.close();
  }
}

async function version({ sql }: Database) {
  const [row] = await sql<{ version: string; name: string }[]>`
    select current_setting('server_version') as version, current_database() as name`;
  const supported = Number.parseInt(row?.version ?? "", 10) >= 15;
  const need = supported ? "" : "; 15 or newer is needed";
  return { ok: supported, detail: `PostgreSQL ${row?.version}, database ${row?.name}${need}` };
}

async function pendingMigrations({ sql }: Database) {
  const pending = await countPendingMigrations(sql);
  if (pending === 0) return { ok: true, detail: "the newest schema" };
  return { ok: false, detail: `${pending} not applied; run: pnpm atrium migrate` };
}

async function heartbeat({ sql }: Database) {
  const [row] = await sql<{ seconds: number | null }[]>`
    select extract(epoch from now() - max(seen_at))::int as seconds from worker_heartbeats`;
  const seconds = row?.seconds ?? null;
  if (seconds === null) return { ok: false, detail: "no worker has reported in yet" };
  return { ok: seconds <= silentAfterSeconds, detail: `last heard of ${seconds} s ago` };
}

async function connects({ sql }: Database) {
  await sql`select 1`;
  return { ok: true, detail: "can connect" };
}

/** What the database says, from its owner's and both roles' side. */
export async function databaseChecks(): Promise<Finding[]> {
  const ownerUrl = findOwnerUrl();
  const source = process.env.DATABASE_URL ? "DATABASE_URL" : `embedded, in ${dataFolder()}`;
  if (ownerUrl === undefined) {
    return [{ name: "database", ok: false, detail: `not running (${source})` }];
  }
  const secret = authSecret(dataFolder());
  const { host } = new URL(ownerUrl);
  const role = (name: DatabaseRole) =>
    ask(`role ${name}`, roleUrl(ownerUrl, name, secret), connects);
  return [
    { name: "database from", ok: null, detail: `${source}, ${host}` },
    await ask("database", ownerUrl, version),
    await ask("migrations", ownerUrl, pendingMigrations),
    await role("atrium_app"),
    await role("atrium_worker"),
    await ask("worker", ownerUrl, heartbeat),
  ];
}
