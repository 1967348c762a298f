import { createWriteStream, existsSync, renameSync, type WriteStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

const keptLines = 40;

/** The log file of one run: every program's lines, each with the program's name before it. */
export class LogBook {
  readonly path: string;
  readonly #file: WriteStream;
  readonly #echo: boolean;
  readonly #recent = new Map<string, string[]>();

  /**
   * The file of the run before is kept beside the new one, with .1 at its end.
   * @param echo also write to the console
   */
  constructor(path: string, echo: boolean) {
    if (existsSync(path)) renameSync(path, `${path}.1`);
    this.path = path;
    this.#echo = echo;
    this.#file = createWriteStream(path, { mode: 0o600 });
  }

  write(name: string, line: string): void {
    const entry = `${name.padEnd(8)} | ${line}`;
    this.#file.write(`${entry}\n`);
    if (this.#echo) console.log(entry);
    const recent = this.#recent.get(name) ?? [];
    recent.push(line);
    if (recent.length > keptLines) recent.shift();
    this.#recent.set(name, recent);
  }

  /** Writes all that comes out of the stream. */
  follow(name: string, stream: Readable): void {
    createInterface({ input: stream }).on("line", (line) => this.write(name, line));
  }

  /** The last lines of a program, for the message about its end. */
  recent(name: string): string {
    return (this.#recent.get(name) ?? []).map((line) => `  ${line}`).join("\n");
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#file.end(resolve));
  }
}
