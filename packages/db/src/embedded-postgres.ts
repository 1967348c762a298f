import { chmodSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import {
  clusterFiles,
  clusterFolder,
  openCluster,
  removeClusterElsewhere,
} from "./embedded/cluster.ts";
import { takeOwnerLock } from "./embedded/owner-lock.ts";
import {
  clearEarlierRun,
  freePort,
  readPidFile,
  servesCluster,
  startPostmaster,
  stopPostmaster,
} from "./embedded/postmaster.ts";

export type EmbeddedPostgresOptions = {
  /** Folder of this server alone; made when missing. */
  dataDir: string;
  /** Default: a free port. */
  port?: number;
  /** Database the url names, created when missing. Default: postgres. */
  database?: string;
  /**
   * false for throw-away servers: no fsync, data may be lost with the machine, and what had to be
   * kept outside the folder is removed at the stop. Default: true.
   */
  durable?: boolean;
  /** Told what a person should know, such as data being kept elsewhere. */
  log?: (line: string) => void;
};

export type EmbeddedPostgres = {
  /** Superuser connection; any other database name can be put in its path. */
  url: string;
  /** Settles when the server's process has ended, whoever ended it. */
  exited: Promise<void>;
  /** Fast shutdown; resolves when no process of the server is left. */
  stop(): Promise<void>;
};

function buildUrl(password: string, port: number, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${name}`;
    if (found.length === 0) await sql`create database ${sql(name)}`;
  } finally {
    await sql.end();
  }
}

/**
 * Runs the PostgreSQL server that npm installed, on a folder that keeps its data. Works for root
 * as well, as another user (see embedded/os-user). A server left over by a killed process is
 * stopped first; should this process be killed, the server shuts down by itself.
 *
 * @throws OwnedByOther when a living process runs a server on the folder; Error with the end of
 * the server's log when it does not start.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { durable = true, log = () => {}, database = "postgres" } = options;
  mkdirSync(options.dataDir, { recursive: true });
  const dataDir = realpathSync(options.dataDir);
  // Others pass through to the cluster, they neither list nor read.
  chmodSync(dataDir, 0o711);
  const release = takeOwnerLock(join(dataDir, "owner"));
  try {
    const running = clusterFolder(dataDir);
    if (running !== null) await clearEarlierRun(running, log);
    const cluster = await openCluster(dataDir, durable, log);
    const port = options.port ?? (await freePort());
    const logFile = join(dataDir, "server.log");
    const postmaster = await startPostmaster(cluster, { port, durable, logFile });
    const exited = new Promise<void>((resolve) => postmaster.once("exit", () => resolve()));
    const stop = async () => {
      await stopPostmaster(postmaster);
      if (!durable) removeClusterElsewhere(dataDir);
      release();
    };
    try {
      await ensureDatabase(buildUrl(cluster.password, port, "postgres"), database);
    } catch (error) {
      await stop();
      throw error;
    }
    return { url: buildUrl(cluster.password, port, database), exited, stop };
  } catch (error) {
    release();
    throw error;
  }
}

/** The url of the server that runs on this data folder now, or null. */
export function runningEmbeddedPostgres(dataDir: string, database = "postgres"): string | null {
  const folder = clusterFolder(dataDir);
  const state = folder === null ? null : readPidFile(folder);
  if (folder === null || !state?.ready || !servesCluster(state.pid, folder)) return null;
  const password = readFileSync(join(dataDir, clusterFiles.password), "utf8").trim();
  return buildUrl(password, state.port, database);
}
