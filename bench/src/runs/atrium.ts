import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openDatabase } from "@atrium/db/client";
import { freePort } from "@atrium/db/embedded/postmaster";
import { runningEmbeddedPostgres } from "@atrium/db/embedded-postgres";
import type { Cleanup } from "../cleanup.ts";

export interface Place {
  /** The checkout. */
  folder: string;
  dataDir: string;
  environment: Record<string, string>;
}

export interface RunningAtrium {
  /** What the browser's address bar would show; the origin the server accepts. */
  origin: string;
  port: number;
  /** From the command to the line that says it runs. */
  readySeconds: number;
  /** What `npm start` itself says its steps took, in seconds. */
  steps: Record<string, number>;
  /** The owner's connection to the embedded database. */
  ownerUrl: string;
  /** Ends it as Ctrl-C does; answers the seconds until everything was gone. */
  stop(): Promise<number>;
}

const readyLine = "Atrium is running";
const stepLine = /^ {2}(\w+) +(\d+\.\d) s$/;

/**
 * Runs `npm start` with an embedded database and free ports until it says that it runs.
 *
 * @throws Error with the command's output when it ends before that.
 */
export async function startAtrium(place: Place, cleanup: Cleanup): Promise<RunningAtrium> {
  const { folder, dataDir, environment } = place;
  const [web, mailbox, smtp] = [await freePort(), await freePort(), await freePort()];
  const begin = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: folder,
    env: {
      ...environment,
      PORT: String(web),
      MAILBOX_PORT: String(mailbox),
      ATRIUM_SMTP_PORT: String(smtp),
      ATRIUM_DATA_DIR: dataDir,
    },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, as a terminal gives it, so that Ctrl-C can be imitated.
    detached: true,
  });
  const stop = stopper(child);
  cleanup.add(async () => void (await stop()));
  const steps = await waitForReadyLine(child);
  const readySeconds = secondsSince(begin);
  const ownerUrl = runningEmbeddedPostgres(join(dataDir, "postgres"), "atrium");
  if (ownerUrl === null) throw new Error(`No embedded database runs in ${dataDir}`);
  return { origin: `http://localhost:${web}`, port: web, readySeconds, steps, ownerUrl, stop };
}

async function waitForReadyLine({ stdout, stderr }: ChildProcess) {
  const lines: string[] = [];
  const steps: Record<string, number> = {};
  const ready = Promise.withResolvers<void>();
  for (const stream of [stdout, stderr]) {
    if (stream === null) throw new Error("npm has no output");
    const reader = createInterface({ input: stream });
    reader.on("line", (line) => {
      lines.push(line);
      const [, name, seconds] = stepLine.exec(line) ?? [];
      if (name !== undefined) steps[name] = Number(seconds);
      if (line === readyLine) ready.resolve();
    });
    reader.on("close", () => ready.reject(new Error(`npm start ended:\n${lines.join("\n")}`)));
  }
  await ready.promise;
  return steps;
}

function stopper(child: ChildProcess): () => Promise<number> {
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null || !child.pid) return 0;
    const begin = performance.now();
    const exited = once(child, "exit");
    process.kill(-child.pid, "SIGINT");
    await exited;
    return secondsSince(begin);
  };
}

function secondsSince(begin: number): number {
  return (performance.now() - begin) / 1000;
}

/** The version of the database server, such as 18.4. */
export async function postgresVersion(ownerUrl: string): Promise<string> {
  const { sql, close } = openDatabase(ownerUrl, { max: 1 });
  try {
    const [row] = await sql<{ server_version: string }[]>`show server_version`;
    return row?.server_version ?? "unknown";
  } finally {
    await close();
  }
}
