import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where the programs of a run answer; kept in the data folder while it lasts. */
export type Running = { webUrl: string; smtpUrl: string };

const fileName = "running.json";

/** Where a data folder keeps its embedded database, and the database's name in the server. */
export function embeddedDatabase(dataDir: string): { folder: string; database: string } {
  return { folder: join(dataDir, "postgres"), database: "atrium" };
}

/** Notes the run for `pnpm atrium doctor`, and returns what forgets it. */
export function noteRunning(dataDir: string, running: Running): () => Promise<void> {
  const file = join(dataDir, fileName);
  writeFileSync(file, JSON.stringify(running));
  return async () => rmSync(file, { force: true });
}

/** The run noted in this data folder, or null. A killed run may have left its note behind. */
export function readRunning(dataDir: string): Running | null {
  try {
    return JSON.parse(readFileSync(join(dataDir, fileName), "utf8")) as Running;
  } catch {
    return null;
  }
}
