import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@atrium/db/embedded/postmaster";
import { root } from "../../bootstrap/paths.mjs";

/** Settings of a run that gets in nobody's way. */
export async function ownSettings(dataDir: string): Promise<Record<string, string>> {
  const [web, mailbox, smtp] = [await freePort(), await freePort(), await freePort()];
  return {
    ATRIUM_DATA_DIR: dataDir,
    PORT: String(web),
    MAILBOX_PORT: String(mailbox),
    ATRIUM_SMTP_PORT: String(smtp),
  };
}

/** `npm start`, or what it runs, as its own process with the machine's Node. */
export function startAtrium(env: Record<string, string>, by: "npm" | "node" = "node") {
  const args = { npm: ["start"], node: ["scripts/start.mjs"] }[by];
  const child = spawn(by, args, {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: undefined,
      npm_lifecycle_event: undefined,
      DATABASE_URL: undefined,
      SMTP_URL: undefined,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = once(child, "close").then(([code]) => code as number | null);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return {
    child,
    /** Its exit code, when it has ended and all it wrote was read. */
    ended,
    output: () => output,
    /** Resolves when the text was printed; throws with all output when it ends without. */
    async printed(text: string): Promise<void> {
      let over = false;
      void ended.then(() => {
        over = true;
      });
      while (!output.includes(text)) {
        if (over) throw new Error(`ended without "${text}":\n${output}`);
        await sleep(50);
      }
    },
  };
}

/** Commands of the living processes that were started for a data folder. */
export function processesOf(dataDir: string): { pid: number; command: string }[] {
  return readdirSync("/proc").flatMap((entry) => {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) return [];
    try {
      const command = readFileSync(join("/proc", entry, "cmdline"), "utf8").replaceAll("\0", " ");
      const environment = readFileSync(join("/proc", entry, "environ"), "utf8");
      return `${command}${environment}`.includes(dataDir) ? [{ pid, command }] : [];
    } catch {
      return [];
    }
  });
}

/** Waits until no process of the data folder is left, and returns those that do not go. */
export async function lingering(dataDir: string): Promise<string[]> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (processesOf(dataDir).length === 0) return [];
    await sleep(50);
  }
  return processesOf(dataDir).map(({ command }) => command);
}
