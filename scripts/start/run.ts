import type { LogBook } from "./log-book.ts";
import { Program, type ProgramSpec } from "./program.ts";

/** The person asked for the end: no fault. */
export class StopRequested extends Error {}

/** npm passes a Ctrl-C on that the terminal has sent already; a second one means a later one. */
const sameRequestMs = 1_000;

/**
 * One run of several programs that stand and fall together: it ends when a stop is asked for or
 * when one of them ends, and then takes down what was started, last first.
 */
export class Run {
  readonly log: LogBook;
  readonly #end = new AbortController();
  readonly #stops: { name: string; stop: () => Promise<void> }[] = [];
  readonly #programs: Program[] = [];
  #stopAskedAt: number | null = null;

  constructor(log: LogBook) {
    this.log = log;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => this.#askedToStop());
    }
  }

  /** Aborted when the run is over; its reason says why. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** Keeps what undoes a step for the end of the run. */
  defer(name: string, stop: () => Promise<void>): void {
    this.#stops.push({ name, stop });
  }

  fail(reason: Error): void {
    this.#end.abort(reason);
  }

  /** Starts a program without which the run makes no sense. */
  start(spec: ProgramSpec): Program {
    this.signal.throwIfAborted();
    const program = new Program(spec, this.log);
    this.#programs.push(program);
    this.defer(spec.name, () => program.stop());
    void program.ended.then((how) => {
      const lines = this.log.recent(spec.name);
      this.fail(new Error(`${spec.name} ended by itself (${how}). Its last lines:\n${lines}`));
    });
    return program;
  }

  /** Resolves when the run is over. */
  untilEnd(): Promise<void> {
    if (this.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => this.signal.addEventListener("abort", () => resolve()));
  }

  /** Takes everything down in turn; a step that fails does not keep the others up. */
  async stopAll(): Promise<void> {
    for (const { name, stop } of this.#stops.splice(0).reverse()) {
      await stop().catch((error: unknown) => console.error(`Stopping ${name}: ${error}`));
    }
    await this.log.close();
  }

  #askedToStop(): void {
    if (this.#stopAskedAt === null) {
      this.#stopAskedAt = Date.now();
      console.log("\nStopping (Ctrl-C again ends everything at once)");
      this.fail(new StopRequested());
    } else if (Date.now() - this.#stopAskedAt > sameRequestMs) {
      for (const program of this.#programs) program.kill();
      // The database's watcher shuts it down when this process is gone.
      process.exit(130);
    }
  }
}
