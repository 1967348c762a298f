import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { processStamp } from "./process-stamp.ts";

/** The data folder is in use by a living process. */
export class OwnedByOther extends Error {
  readonly pid: number;

  constructor(path: string, pid: number) {
    super(`${path} is held by process ${pid}, which is still running`);
    this.name = "OwnedByOther";
    this.pid = pid;
  }
}

function livingOwner(path: string): number | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return null;
  }
  const [pid, stamp] = text.trim().split(" ");
  return pid !== undefined && stamp !== undefined && processStamp(Number(pid)) === stamp
    ? Number(pid)
    : null;
}

/**
 * Takes a file that says which process owns a folder, and returns the function that gives it back.
 * The file of a dead owner (kill -9, power cut) is taken over.
 *
 * @throws OwnedByOther when the owner lives; also when it is this very process.
 */
export function takeOwnerLock(path: string): () => void {
  const mine = `${path}.${randomUUID()}`;
  writeFileSync(mine, `${process.pid} ${processStamp(process.pid)}\n`, { mode: 0o644 });
  try {
    for (;;) {
      try {
        // link() is the atomic step: it fails when the name exists, also between two takers.
        linkSync(mine, path);
        return () => rmSync(path, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const owner = livingOwner(path);
      if (owner !== null) throw new OwnedByOther(path, owner);
      moveAside(path);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

function moveAside(path: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const owner = livingOwner(aside);
  // Another taker replaced the dead file between our read and our rename: give it back.
  if (owner !== null) renameSync(aside, path);
  else rmSync(aside, { force: true });
}
