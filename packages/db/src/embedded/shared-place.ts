import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { canEnter, type OsUser } from "./os-user.ts";

const candidates = ["/var/lib/atrium", "/var/tmp/atrium-root", "/tmp/atrium-root"];

function prepare(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o755 });
    chmodSync(folder, 0o755);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") return false;
  }
  const found = lstatSync(folder);
  // In /tmp anybody may have made the name first: only a folder nobody else can write is trusted,
  // because programs are run from it.
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

/**
 * A folder of root's that every user can enter. Needed when root works in a folder closed to
 * others (a clone under /root, a 0700 temporary folder), where `user` cannot reach anything.
 *
 * @throws Error when no such place can be made.
 */
export function sharedPlace(user: OsUser): string {
  const place = candidates.find((folder) => prepare(folder) && canEnter(user, folder));
  if (place === undefined) {
    throw new Error(`No folder can be shared with another user; tried ${candidates.join(", ")}`);
  }
  return place;
}
