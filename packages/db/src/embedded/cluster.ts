import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { binariesFor } from "./binaries.ts";
import { asUser, canEnter, type OsUser, unprivilegedUser, userById } from "./os-user.ts";
import { sharedPlace } from "./shared-place.ts";

/** A database cluster on disk, and what is needed to run it. */
export type Cluster = { folder: string; password: string; user: OsUser; bin: string };

/** Files inside the data folder of an embedded server. */
export const clusterFiles = {
  password: "password",
  /** Holds the path of the cluster when it had to be put elsewhere. */
  location: "cluster-location",
  cluster: "cluster",
} as const;

/** Where the cluster of this data folder is, or null when none was made yet. */
export function clusterFolder(dataDir: string): string | null {
  const location = join(dataDir, clusterFiles.location);
  const folder = existsSync(location)
    ? readFileSync(location, "utf8").trim()
    : join(dataDir, clusterFiles.cluster);
  return existsSync(join(folder, "PG_VERSION")) ? realpathSync(folder) : null;
}

function choosePlace(dataDir: string, user: OsUser, log: (line: string) => void): string {
  if (canEnter(user, dataDir)) return join(dataDir, clusterFiles.cluster);
  const place = mkdtempSync(join(sharedPlace(user), "data-"));
  chmodSync(place, 0o755);
  const folder = join(place, clusterFiles.cluster);
  writeFileSync(join(dataDir, clusterFiles.location), `${folder}\n`);
  log(`User ${user?.name} cannot enter ${dataDir}: the database's files are kept in ${place}`);
  return folder;
}

async function initialise(folder: string, cluster: Omit<Cluster, "folder">, durable: boolean) {
  // initdb works beside the final name, so one that was killed half-way is never taken for a
  // cluster: the next start begins anew.
  const draft = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  if (cluster.user !== null) {
    chownSync(draft, cluster.user.uid, cluster.user.gid);
    chownSync(passwordFile, cluster.user.uid, cluster.user.gid);
  }
  try {
    await promisify(execFile)(
      join(cluster.bin, "initdb"),
      [
        `--pgdata=${draft}`,
        `--pwfile=${passwordFile}`,
        "--username=postgres",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // PostgreSQL's own C.UTF-8: the same order and case rules whatever the machine offers.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        ...(durable ? [] : ["--no-sync"]),
      ],
      asUser(cluster.user),
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, folder);
}

/**
 * Opens the cluster of a data folder, making it on the first call.
 *
 * @throws Error when the data folder belongs to somebody else, or initdb fails.
 */
export async function openCluster(
  dataDir: string,
  durable: boolean,
  log: (line: string) => void,
): Promise<Cluster> {
  const existing = clusterFolder(dataDir);
  const passwordFile = join(dataDir, clusterFiles.password);
  if (existing !== null) {
    const { uid, gid } = statSync(existing);
    const user = userById(uid, gid);
    const password = readFileSync(passwordFile, "utf8").trim();
    return { folder: existing, password, user, bin: binariesFor(user, log) };
  }
  const user = unprivilegedUser();
  const password = randomBytes(24).toString("base64url");
  const bin = binariesFor(user, log);
  const folder = choosePlace(dataDir, user, log);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  await initialise(folder, { password, user, bin }, durable);
  return { folder, password, user, bin };
}

/** Removes a cluster that had to be put elsewhere, where nobody would look for it. */
export function removeClusterElsewhere(dataDir: string): void {
  const location = join(dataDir, clusterFiles.location);
  if (!existsSync(location)) return;
  rmSync(dirname(readFileSync(location, "utf8").trim()), { recursive: true, force: true });
  rmSync(location);
}
