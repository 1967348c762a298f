import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@atrium/db/embedded/postmaster";
import { startEmbeddedPostgres } from "@atrium/db/embedded-postgres";
import { programEnvironment, root, runFolder } from "./env.ts";
import { writeStack } from "./stack.ts";

const logFile = join(runFolder, "start.log");

/**
 * Runs what `npm start` runs - build, migrations, demo, web, worker, mailbox - on free ports and a
 * database of its own. Answers what takes it down again.
 */
export default async function startStack(): Promise<() => Promise<void>> {
  rmSync(runFolder, { recursive: true, force: true });
  const dataDir = join(runFolder, "data");
  mkdirSync(dataDir, { recursive: true });
  const database = await startEmbeddedPostgres({
    dataDir: join(runFolder, "postgres"),
    database: "atrium",
    durable: false,
  });
  const [web, mailbox, smtp] = [await freePort(), await freePort(), await freePort()];
  const authSecret = randomBytes(32).toString("base64url");
  const webUrl = `http://localhost:${web}`;
  const program = startProgram({
    PORT: String(web),
    MAILBOX_PORT: String(mailbox),
    ATRIUM_SMTP_PORT: String(smtp),
    ATRIUM_DATA_DIR: dataDir,
    ATRIUM_DEMO: "1",
    ATRIUM_URL: webUrl,
    AUTH_SECRET: authSecret,
    DATABASE_URL: database.url,
    LOG_LEVEL: "info",
  });
  const stop = async () => {
    await program.stop();
    await database.stop();
  };
  try {
    await waitUntilReady(`${webUrl}/api/health/ready`, program.ended);
  } catch (error) {
    await stop();
    throw error;
  }
  const mailboxUrl = `http://127.0.0.1:${mailbox}`;
  writeStack({ webUrl, mailboxUrl, ownerUrl: database.url, authSecret });
  return stop;
}

function startProgram(values: Record<string, string>) {
  const child = spawn(join(root, "node_modules/.bin/node"), ["scripts/start/main.ts"], {
    cwd: root,
    env: programEnvironment(values),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  let over = false;
  const exit = once(child, "exit").then(() => {
    over = true;
  });
  return {
    ended: () => over,
    async stop() {
      if (!over) child.kill("SIGTERM");
      await exit;
    },
  };
}

/** The first build may take minutes; what matters is whether the program still runs. */
async function waitUntilReady(url: string, ended: () => boolean): Promise<void> {
  for (let waited = 0; waited < 300_000; waited += 250) {
    if (ended()) throw new Error(`The stack did not start:\n${readFileSync(logFile, "utf8")}`);
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await sleep(250);
  }
  throw new Error(`The stack was not ready in five minutes; see ${logFile}`);
}
