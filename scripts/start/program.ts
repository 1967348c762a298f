import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { endWithThisProcess } from "@atrium/db/embedded/death-watch";
import { root } from "../bootstrap/paths.mjs";
import type { LogBook } from "./log-book.ts";

export type ProgramSpec = {
  name: string;
  /** Program and arguments. */
  command: [string, ...string[]];
  cwd?: string;
  env: Record<string, string | undefined>;
};

/** How long a program may take to finish what it does before it is killed. */
const graceMs = 15_000;

/** A started program of ours: one of web, worker, mailbox. */
export class Program {
  readonly name: string;
  /** Settles with words on how it ended. */
  readonly ended: Promise<string>;
  readonly #child: ChildProcess;

  constructor(spec: ProgramSpec, log: LogBook) {
    const [file, ...args] = spec.command;
    this.name = spec.name;
    this.#child = spawn(file, args, {
      cwd: spec.cwd ?? root,
      env: spec.env,
      stdio: ["ignore", "pipe", "pipe"],
      // Its own group: Ctrl-C reaches only this supervisor, which stops programs in order.
      detached: true,
    });
    const { stdout, stderr, pid } = this.#child;
    if (stdout !== null) log.follow(spec.name, stdout);
    if (stderr !== null) log.follow(spec.name, stderr);
    if (pid !== undefined) {
      endWithThisProcess(this.#child, { ask: "TERM", force: "KILL", seconds: 5 });
    }
    this.ended = new Promise((resolve) => {
      this.#child.once("error", (error) => resolve(error.message));
      // "close" comes after the last line of output, "exit" may come before it.
      this.#child.once("close", (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
  }

  get running(): boolean {
    const { pid, exitCode, signalCode } = this.#child;
    return pid !== undefined && exitCode === null && signalCode === null;
  }

  /** Asks it to finish, and resolves when it is gone. */
  async stop(): Promise<void> {
    if (!this.running) return;
    const exited = once(this.#child, "exit");
    this.#child.kill("SIGTERM");
    const late = setTimeout(() => this.kill(), graceMs);
    await exited;
    clearTimeout(late);
  }

  /** Ends it and everything it started, at once. */
  kill(): void {
    if (!this.running || this.#child.pid === undefined) return;
    process.kill(-this.#child.pid, "SIGKILL");
  }
}
