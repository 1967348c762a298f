import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@atrium/db/client";
import { runningEmbeddedPostgres } from "@atrium/db/embedded-postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pinnedNode, root } from "../bootstrap/paths.mjs";
import { lingering, ownSettings, processesOf, startAtrium } from "./testing/started.ts";

const running = "Ctrl-C stops everything";
let dataDir: string;
let env: Record<string, string>;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "atrium-start-"));
  // Else root's database would be put elsewhere, and stay there.
  chmodSync(dataDir, 0o755);
  env = await ownSettings(dataDir);
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function atrium(...args: string[]) {
  return spawnSync(pinnedNode, ["scripts/atrium.ts", ...args], {
    cwd: root,
    env: { ...process.env, ...env, DATABASE_URL: undefined },
    encoding: "utf8",
  });
}

async function query(text: string) {
  const url = runningEmbeddedPostgres(join(dataDir, "postgres"), "atrium");
  const database = openDatabase(url ?? "");
  try {
    return [...(await database.sql.unsafe(text))];
  } finally {
    await database.close();
  }
}

function programOf(word: string): number {
  const found = processesOf(dataDir).find(({ command }) => command.includes(word));
  if (found === undefined) throw new Error(`no process ${word}`);
  return found.pid;
}

test("start serves, refuses a second start, stops cleanly, and keeps its data", async () => {
  const first = startAtrium(env);
  await first.printed(running);
  expect(first.output()).toContain(`web      http://localhost:${env.PORT}`);
  const page = await fetch(`http://127.0.0.1:${env.PORT}/`);
  expect(page.status).toBe(200);
  const doctor = atrium("doctor");
  expect(doctor.stdout).not.toContain("FAIL");
  expect(doctor.status).toBe(0);
  expect(statSync(join(dataDir, "auth-secret")).mode & 0o777).toBe(0o600);
  const secret = readFileSync(join(dataDir, "auth-secret"), "utf8");

  await query("create table kept as select 'still here' as word");

  const second = startAtrium(env);
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`Atrium is already running on ${dataDir}`);
  expect(second.output()).toContain("Stop it there with Ctrl-C");

  // Twice at once, as npm passes on what the terminal has sent already.
  first.child.kill("SIGINT");
  first.child.kill("SIGINT");
  expect(await first.ended).toBe(0);
  expect(await lingering(dataDir)).toEqual([]);
  expect(existsSync(join(dataDir, "running.json"))).toBe(false);

  const again = startAtrium(env, "npm");
  await again.printed(running);
  expect(await query("select word from kept")).toEqual([{ word: "still here" }]);
  expect(readFileSync(join(dataDir, "auth-secret"), "utf8")).toBe(secret);
  again.child.kill("SIGTERM");
  await again.ended;
  expect(await lingering(dataDir)).toEqual([]);
});

test("when the worker dies, its last lines are told and everything stops", async () => {
  const run = startAtrium(env);
  await run.printed(running);
  process.kill(programOf("dist/main.js"), "SIGKILL");
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain("worker ended by itself (SIGKILL). Its last lines:");
  expect(run.output()).toMatch(/status served|job done/);
  expect(await lingering(dataDir)).toEqual([]);
});

test("a killed supervisor or npm leaves nothing running, and the next start works", async () => {
  const run = startAtrium(env);
  await run.printed(running);
  process.kill(programOf("start/main.ts"), "SIGKILL");
  await run.ended;
  expect(await lingering(dataDir)).toEqual([]);
  const next = startAtrium(env, "npm");
  await next.printed(running);
  next.child.kill("SIGKILL");
  expect(await lingering(dataDir)).toEqual([]);
});
