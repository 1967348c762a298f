import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "./refusal.mjs";

const oldestNode = 20;
/** Packages take 1.3 GB, builds 0.2 GB, database and logs the rest. */
const neededToInstall = 2 * 1024 ** 3;
const neededToRun = 300 * 1024 ** 2;

/** @param {string} [version] */
export function checkNodeVersion(version = process.versions.node) {
  if (Number(version.split(".")[0]) >= oldestNode) return;
  throw new Refusal(
    `Atrium needs Node ${oldestNode} or newer to begin with; this is Node ${version}.`,
    "Install a current Node from https://nodejs.org and run the command again.",
  );
}

/**
 * Like mkdir -p. Node's own recursive mkdir never comes back from a path under /proc.
 * @param {string} folder
 */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/**
 * Makes the data folder and proves that files can be made in it.
 * @param {string} folder
 */
export function checkDataFolder(folder) {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    makeFolder(folder);
    readdirSync(folder);
    // access() says yes to root on a read-only mount and on /proc; only writing tells.
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new Refusal(
      `The data folder ${folder} cannot be written (${reason(error)}).`,
      "Make it writable for this user, or choose another: ATRIUM_DATA_DIR=/some/folder npm start",
    );
  }
}

/** @param {unknown} error */
function reason(error) {
  const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? "";
  const words = {
    EACCES: "permission denied",
    EPERM: "not permitted",
    EROFS: "the file system is read-only",
    ENOTDIR: "a part of the path is a file",
    EEXIST: "there is a file of that name",
    ENOENT: "the path cannot be made",
    ENOSPC: "the disk is full",
  };
  return words[/** @type {keyof typeof words} */ (code)] ?? String(error);
}

/**
 * @param {string[]} folders existing folders the command will write to
 * @param {{ installing: boolean }} work
 */
export function checkDiskSpace(folders, { installing }) {
  const override = process.env.ATRIUM_MIN_FREE_BYTES;
  const usual = installing ? neededToInstall : neededToRun;
  const needed = override ? Number(override) : usual;
  for (const folder of folders) {
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    if (free >= needed) continue;
    throw new Refusal(
      `Too little disk space for ${folder}: ${megabytes(free)} free, ${megabytes(needed)} needed.`,
      "Free some space, or put the data on another disk: ATRIUM_DATA_DIR=/some/folder npm start",
    );
  }
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${Math.floor(bytes / 1024 ** 2).toLocaleString("en")} MB`;
}
