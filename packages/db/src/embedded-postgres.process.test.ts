import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clusterFolder } from "./embedded/cluster.ts";
import { readPidFile } from "./embedded/postmaster.ts";
import { runningEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";

const root = process.getuid?.() === 0;
let folder: string;
let dataDir: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "atrium-embedded-"));
  chmodSync(folder, 0o755);
  dataDir = join(folder, "postgres");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function processesIn(cluster: string): number {
  return readdirSync("/proc").filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster;
    } catch {
      return false;
    }
  }).length;
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const sql = postgres(url, { max: 1 });
  try {
    return await sql.unsafe<Row[]>(text);
  } finally {
    await sql.end();
  }
}

/** Runs a server in a process of its own and resolves with that process once it serves. */
async function startElsewhere() {
  const module = new URL("./embedded-postgres.ts", import.meta.url).href;
  const script = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
    console.log("up"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

test("a second start keeps the data, and stop leaves no process", async () => {
  const first = await startEmbeddedPostgres({ dataDir, database: "atrium" });
  await query(first.url, "create table kept (word text); insert into kept values ('Ääni')");
  const cluster = clusterFolder(dataDir) ?? "";
  expect(processesIn(cluster)).toBeGreaterThan(0);
  expect(runningEmbeddedPostgres(dataDir, "atrium")).toBe(first.url);
  await first.stop();
  expect(processesIn(cluster)).toBe(0);
  expect(runningEmbeddedPostgres(dataDir, "atrium")).toBeNull();

  const second = await startEmbeddedPostgres({ dataDir, database: "atrium" });
  expect(await query(second.url, "select lower(word) as word from kept")).toEqual([
    { word: "ääni" },
  ]);
  await second.stop();
});

test("the password is random and readable by its owner only", async () => {
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(new URL(server.url).password.length).toBeGreaterThan(20);
  expect(statSync(join(dataDir, "password")).mode & 0o777).toBe(0o600);
  const wrong = new URL(server.url);
  wrong.password = "wrong";
  await expect(query(wrong.href, "select 1")).rejects.toThrow(/authentication failed/);
  await server.stop();
});

test("a second server on the same folder is refused while the first one lives", async () => {
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/is held by process \d+/);
  expect(await query(server.url, "select 1 as alive")).toEqual([{ alive: 1 }]);
  await server.stop();
});

test("when the parent is killed the server ends by itself, and the folder opens again", async () => {
  const parent = await startElsewhere();
  const cluster = clusterFolder(dataDir) ?? "";
  parent.kill("SIGKILL");
  await once(parent, "exit");
  for (let tries = 0; tries < 100 && processesIn(cluster) > 0; tries += 1) await sleep(50);
  expect(processesIn(cluster)).toBe(0);
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  await server.stop();
});

test("a start right after a kill copes with the server that still runs", async () => {
  const parent = await startElsewhere();
  parent.kill("SIGKILL");
  await once(parent, "exit");
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(await query(server.url, "select 1 as alive")).toEqual([{ alive: 1 }]);
  await server.stop();
});

test("a postmaster.pid whose number now belongs to another program does not block", async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  await first.stop();
  const cluster = clusterFolder(dataDir) ?? "";
  const [uid, gid] = [statSync(cluster).uid, statSync(cluster).gid];
  const stranger = spawn("sleep", ["60"], { uid, gid });
  writeFileSync(join(cluster, "postmaster.pid"), `${stranger.pid}\n${cluster}\n0\n5432\n\n\n`);
  const second = await startEmbeddedPostgres({ dataDir });
  expect(readPidFile(cluster)?.pid).not.toBe(stranger.pid);
  expect(stranger.exitCode).toBeNull();
  await second.stop();
  stranger.kill();
});

test.runIf(root)(
  "as root, a folder closed to others gets its data elsewhere, and says so",
  async () => {
    chmodSync(folder, 0o700);
    const lines: string[] = [];
    const log = (line: string) => void lines.push(line);
    const first = await startEmbeddedPostgres({ dataDir, log });
    const cluster = clusterFolder(dataDir) ?? "";
    expect(cluster.startsWith(folder)).toBe(false);
    expect(lines.join("\n")).toContain(join(cluster, ".."));
    await query(first.url, "create table kept (n int)");
    await first.stop();
    expect(existsSync(cluster)).toBe(true);
    const second = await startEmbeddedPostgres({ dataDir, durable: false });
    expect(await query(second.url, "select count(*)::int as n from kept")).toEqual([{ n: 0 }]);
    await second.stop();
    // This one was a throw-away server: nobody would look for its data out there.
    expect(existsSync(join(cluster, ".."))).toBe(false);
  },
);
