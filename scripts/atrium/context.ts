import { runningEmbeddedPostgres } from "@atrium/db/embedded-postgres";
import { dataFolder } from "../bootstrap/paths.mjs";
import { Refusal } from "../bootstrap/refusal.mjs";
import { authSecret } from "../start/settings.ts";
import type { CommandContext } from "./command.ts";
import { embeddedDatabase } from "./running.ts";

/** The owner's connection: DATABASE_URL, or the embedded server that runs now; else undefined. */
export function findOwnerUrl(): string | undefined {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const { folder, database } = embeddedDatabase(dataFolder());
  return runningEmbeddedPostgres(folder, database) ?? undefined;
}

/** What commands work with; the database is looked for when a command first asks for it. */
export function commandContext(): CommandContext {
  return {
    get ownerUrl() {
      const ownerUrl = findOwnerUrl();
      if (ownerUrl !== undefined) return ownerUrl;
      throw new Refusal(
        `No database: DATABASE_URL is not set, and none runs on ${dataFolder()}.`,
        "Start Atrium in another terminal (npm start), or set DATABASE_URL.",
      );
    },
    get secret() {
      return authSecret(dataFolder());
    },
    print: (line) => console.log(line),
  };
}
