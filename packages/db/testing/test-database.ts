import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { inject } from "vitest";
import { migrateDatabase, migrationsFolder } from "../src/migrate.ts";
import { databaseUrl, rolePassword, roleUrl } from "../src/urls.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Superuser URL of the server the database tests share (see global-setup.ts). */
    testServerUrl: string;
  }
}

/** Stands in for AUTH_SECRET: all test databases of a server share the two roles. */
export const TEST_SECRET = "test-secret-test-secret-test-secret";
const TEMPLATE_LOCK = 4_127_732;

export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  workerUrl: string;
  drop(): Promise<void>;
}

/**
 * A database of its own, cloned from the migrated template in some 50 ms, so that tests commit for
 * real and races between connections are real ones. Call once per test file and drop it after.
 */
export async function createTestDatabase(
  serverUrl = inject("testServerUrl"),
): Promise<TestDatabase> {
  const server = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  const name = `atrium_test_${randomBytes(6).toString("hex")}`;
  try {
    const template = await ensureTemplate(server, serverUrl);
    await server.unsafe(`create database ${name} template ${template}`);
  } finally {
    await server.end();
  }
  const ownerUrl = databaseUrl(serverUrl, name);
  return {
    ownerUrl,
    appUrl: roleUrl(ownerUrl, "atrium_app", TEST_SECRET),
    workerUrl: roleUrl(ownerUrl, "atrium_worker", TEST_SECRET),
    drop: () => dropDatabase(serverUrl, name),
  };
}

/** An empty database, for tests of migration itself. */
export async function createEmptyDatabase(serverUrl = inject("testServerUrl")) {
  const server = postgres(serverUrl, { max: 1 });
  const name = `atrium_empty_${randomBytes(6).toString("hex")}`;
  await server.unsafe(`create database ${name}`);
  await server.end();
  return { ownerUrl: databaseUrl(serverUrl, name), drop: () => dropDatabase(serverUrl, name) };
}

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const server = postgres(serverUrl, { max: 1 });
  await server.unsafe(`drop database if exists ${name} with (force)`);
  await server.end();
}

async function ensureTemplate(server: postgres.Sql, serverUrl: string): Promise<string> {
  const template = `atrium_template_${migrationsDigest()}`;
  await server`select pg_advisory_lock(${TEMPLATE_LOCK})`;
  try {
    const [found] = await server`select 1 from pg_database where datname = ${template}`;
    if (!found) await buildTemplate(server, serverUrl, template);
  } finally {
    await server`select pg_advisory_unlock(${TEMPLATE_LOCK})`;
  }
  return template;
}

async function buildTemplate(server: postgres.Sql, serverUrl: string, template: string) {
  // Built under another name first: a run killed half-way must not leave a half-migrated template.
  const draft = `${template}_draft`;
  await server.unsafe(`drop database if exists ${draft} with (force)`);
  await server.unsafe(`create database ${draft}`);
  await migrateDatabase(databaseUrl(serverUrl, draft), {
    appPassword: rolePassword(TEST_SECRET, "atrium_app"),
    workerPassword: rolePassword(TEST_SECRET, "atrium_worker"),
  });
  await server.unsafe(`alter database ${draft} rename to ${template}`);
}

function migrationsDigest(): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(migrationsFolder).sort()) {
    if (file.endsWith(".sql")) hash.update(readFileSync(join(migrationsFolder, file)));
  }
  hash.update(readFileSync(new URL("../src/grants.sql", import.meta.url)));
  return hash.digest("hex").slice(0, 12);
}
