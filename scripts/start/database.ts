import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@atrium/db/embedded-postgres";
import { migrateDatabase } from "@atrium/db/migrate";
import { rolePassword } from "@atrium/db/urls";
import { embeddedDatabase } from "../atrium/running.ts";
import type { Run } from "./run.ts";
import type { Settings } from "./settings.ts";

/**
 * The owner's url of a database with the newest schema: the embedded server, started for this
 * run, or the one DATABASE_URL names.
 */
export async function openDatabase(
  run: Run,
  settings: Settings,
  say: (line: string) => void,
): Promise<string> {
  const ownerUrl = settings.databaseUrl ?? (await startEmbedded(run, settings, say));
  run.signal.throwIfAborted();
  await migrateDatabase(ownerUrl, {
    appPassword: rolePassword(settings.authSecret, "atrium_app"),
    workerPassword: rolePassword(settings.authSecret, "atrium_worker"),
  });
  return ownerUrl;
}

async function startEmbedded(run: Run, settings: Settings, say: (line: string) => void) {
  const { folder, database } = embeddedDatabase(settings.dataDir);
  mkdirSync(folder, { recursive: true });
  const server = await startEmbeddedPostgres({ dataDir: folder, database, log: say });
  run.defer("database", () => server.stop());
  void server.exited.then(() =>
    run.fail(new Error(`The database ended by itself; see ${join(folder, "server.log")}`)),
  );
  return server.url;
}
