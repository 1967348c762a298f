import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster } from "./cluster.ts";
import { endWithThisProcess } from "./death-watch.ts";
import { asUser } from "./os-user.ts";
import { processStamp } from "./process-stamp.ts";

const startTimeoutMs = 60_000;
const stopTimeoutMs = 30_000;
const logLimitBytes = 10 * 1024 * 1024;

/** What postmaster.pid says; its lines are fixed by PostgreSQL (src/include/miscadmin.h). */
export function readPidFile(folder: string): { pid: number; port: number; ready: boolean } | null {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    return {
      pid: Math.abs(Number(lines[0])),
      port: Number(lines[3]),
      ready: lines[7]?.trim() === "ready",
    };
  } catch {
    return null;
  }
}

/** Whether the process is a server of this cluster, not one that inherited its number. */
export function servesCluster(pid: number, folder: string): boolean {
  try {
    process.kill(pid, 0);
    // A postmaster's working directory is its data folder. Elsewhere than on Linux the number
    // has to do: PostgreSQL itself then refuses a second server on one folder.
    return process.platform !== "linux" || readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

async function waitUntil(condition: () => boolean, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}

/**
 * Clears what an earlier run left: ends a server that outlived the process which started it, and
 * removes a pid file whose number another program has now, which PostgreSQL would take for a
 * running server.
 */
export async function clearEarlierRun(folder: string, log: (line: string) => void): Promise<void> {
  const pid = readPidFile(folder)?.pid;
  if (pid === undefined || processStamp(pid) === null) return;
  if (!servesCluster(pid, folder)) {
    rmSync(join(folder, "postmaster.pid"), { force: true });
    return;
  }
  log(`A PostgreSQL server of an earlier run (process ${pid}) still runs here and is stopped`);
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (!servesCluster(pid, folder)) return;
    process.kill(pid, signal);
    if (await waitUntil(() => !servesCluster(pid, folder), stopTimeoutMs)) return;
  }
  throw new Error(`PostgreSQL process ${pid} on ${folder} does not stop`);
}

/** A TCP port that was free on 127.0.0.1 a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no TCP address");
  return address.port;
}

function settings(port: number, durable: boolean): string[] {
  const always = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "%m [%p] %d ",
  };
  // A throw-away server has nothing to lose to a power cut; this makes commits several times
  // faster and lets CREATE DATABASE copy without logging.
  const throwAway = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    wal_level: "minimal",
    max_wal_senders: 0,
    max_wal_size: "4GB",
  };
  return Object.entries(durable ? always : { ...always, ...throwAway }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
}

function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > logLimitBytes) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}

/**
 * Starts the server and waits until it takes connections.
 *
 * @throws Error with the end of the server's log when it exits or is not ready within a minute.
 */
export async function startPostmaster(
  cluster: Cluster,
  options: { port: number; durable: boolean; logFile: string },
): Promise<ChildProcess> {
  const logFd = openLog(options.logFile);
  const postmaster = spawn(
    join(cluster.bin, "postgres"),
    ["-D", cluster.folder, ...settings(options.port, options.durable)],
    // Its own group: Ctrl-C in the terminal must reach us first, so that clients leave before.
    { ...asUser(cluster.user), detached: true, stdio: ["ignore", logFd, logFd] },
  );
  closeSync(logFd);
  endWithThisProcess(
    postmaster,
    { ask: "INT", force: "QUIT", seconds: stopTimeoutMs / 1000 },
    asUser(cluster.user),
  );
  const settled = () => {
    const state = readPidFile(cluster.folder);
    return postmaster.exitCode !== null || (state?.ready === true && state.pid === postmaster.pid);
  };
  const inTime = await waitUntil(settled, startTimeoutMs);
  if (!inTime || postmaster.exitCode !== null) {
    postmaster.kill("SIGQUIT");
    const log = readFileSync(options.logFile, "utf8").trimEnd().split("\n").slice(-15).join("\n");
    throw new Error(`PostgreSQL did not start. The end of ${options.logFile}:\n${log}`);
  }
  return postmaster;
}

/** Fast shutdown: open transactions are rolled back, data is flushed, every process ends. */
export async function stopPostmaster(postmaster: ChildProcess): Promise<void> {
  if (postmaster.exitCode !== null || postmaster.signalCode !== null) return;
  const exited = once(postmaster, "exit");
  postmaster.kill("SIGINT");
  const late = setTimeout(() => postmaster.kill("SIGQUIT"), stopTimeoutMs);
  await exited;
  clearTimeout(late);
}
