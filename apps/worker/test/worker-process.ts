import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { buildWorker } from "../build.ts";

export interface LogLine {
  level: number;
  msg: string;
  [field: string]: unknown;
}

export interface WorkerProcess {
  log: LogLine[];
  /** Everything the process wrote, for looking at what must not be in it. */
  output: string[];
  /** Resolves with the first line the test accepts, already written or to come. */
  logged(accept: (line: LogLine) => boolean): Promise<LogLine>;
  /** As `kill -9`: no goodbye, no clean-up. */
  kill(): Promise<void>;
  /** As an orchestrator stops it; resolves with the exit code. */
  terminate(): Promise<number | null>;
}

export interface WorkerProgram {
  /** `clockSkewHours` sets the process's clock wrong by so much. */
  start(env: Record<string, string>, clockSkewHours?: number): Promise<WorkerProcess>;
  /** Kills what still runs and takes the bundle away. */
  dispose(): Promise<void>;
}

/** Builds the worker as it ships, under a name of its own so that test files can run side by side. */
export async function buildWorkerProgram(): Promise<WorkerProgram> {
  // Not in dist: turbo would keep it as a result of the build.
  const path = `../node_modules/.worker-test/${randomBytes(6).toString("hex")}.js`;
  const outfile = fileURLToPath(new URL(path, import.meta.url));
  await buildWorker(outfile);
  const running = new Set<WorkerProcess>();
  return {
    async start(env, clockSkewHours = 0) {
      const args = [...skewedClock(clockSkewHours), outfile];
      const worker = watch(spawn(process.execPath, args, { env: { ...defaults, ...env } }));
      running.add(worker);
      await worker.logged((line) => line.msg === "worker ready");
      return worker;
    },
    async dispose() {
      await Promise.all([...running].map((worker) => worker.kill()));
      await Promise.all([rm(outfile, { force: true }), rm(`${outfile}.map`, { force: true })]);
    },
  };
}

const defaults = {
  NODE_ENV: "test",
  ATRIUM_URL: "https://atrium.example",
  MAIL_FROM: "Atrium <no-reply@atrium.test>",
  LOG_LEVEL: "debug",
  // Short, so that a test sees a lease run out; every part of it scales.
  WORKER_LEASE_SECONDS: "2",
};

function skewedClock(hours: number): string[] {
  if (hours === 0) return [];
  const script = `
    const RealDate = Date, skew = ${hours * 3_600_000};
    globalThis.Date = class extends RealDate {
      constructor(...given) { given.length ? super(...given) : super(RealDate.now() + skew); }
      static now() { return RealDate.now() + skew; }
    };`;
  return ["--import", `data:text/javascript,${encodeURIComponent(script)}`];
}

function watch(child: ChildProcess): WorkerProcess {
  const log: LogLine[] = [];
  const output: string[] = [];
  const waiting = new Set<() => void>();
  const exit = once(child, "exit") as Promise<[number | null]>;
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (line) => {
      output.push(line);
      if (line.startsWith("{")) log.push(JSON.parse(line));
      for (const look of waiting) look();
    });
  }
  return {
    log,
    output,
    async logged(accept) {
      const { promise, resolve } = Promise.withResolvers<LogLine>();
      const look = () => {
        const line = log.find(accept);
        if (line) resolve(line);
      };
      waiting.add(look);
      look();
      const ended = exit.then(() => {
        throw new Error(`the worker ended:\n${output.slice(-20).join("\n")}`);
      });
      return Promise.race([promise, ended]).finally(() => waiting.delete(look));
    },
    async kill() {
      child.kill("SIGKILL");
      await exit;
    },
    async terminate() {
      child.kill("SIGTERM");
      const [code] = await exit;
      return code;
    },
  };
}
