import { migrateDatabase } from "@atrium/db/migrate";
import { rolePassword } from "@atrium/db/urls";
import type { Command } from "./command.ts";

/** `pnpm atrium migrate` */
export const command: Command = {
  usage: [""],
  help: "Creates the database roles, the tables and their rights, or brings them up to date.\nSafe to repeat.",
  options: {},
  async run(_input, { ownerUrl, secret, print }) {
    await migrateDatabase(ownerUrl, {
      appPassword: rolePassword(secret, "atrium_app"),
      workerPassword: rolePassword(secret, "atrium_worker"),
    });
    print("The database has the newest schema.");
  },
};
