import { execFileSync } from "node:child_process";
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../../scripts/bootstrap/paths.mjs";

/** Above this, on the scale of the load average, somebody else's work is in the figures. */
const quietLoad = 0.7;
const patienceMs = 15 * 60_000;

/** What figures depend on besides the code. Nothing that names the machine or its owner. */
export function describeMachine(loadBefore: number) {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? "unknown",
    memoryGib: Math.round(totalmem() / 1024 ** 3),
    platform: `${platform()} ${arch()}`,
    node: process.versions.node,
    loadBefore,
  };
}

/** The load average of the last minute. */
export function currentLoad(): number {
  return Number((loadavg()[0] ?? 0).toFixed(2));
}

/**
 * Waits until the machine has been idle for about a minute.
 *
 * @throws Error when it is still busy after a quarter of an hour.
 */
export async function waitForQuiet(): Promise<void> {
  for (const end = Date.now() + patienceMs; currentLoad() >= quietLoad; await sleep(5_000)) {
    if (Date.now() > end) throw new Error(`The machine stays busy: load ${currentLoad()}`);
    console.log(`Waiting for a quiet machine: load ${currentLoad()}, wanted below ${quietLoad}`);
  }
}

/** What the benchmarks themselves write. */
const written = [":!bench/results", ":!docs/benchmarks.md"];

/** The commit that is checked out, with a mark when the files differ from it. */
export function describeCommit(): string {
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "--untracked-files=no", "--", ...written) !== "";
  return `${git("rev-parse", "--short=12", "HEAD")}${changed ? " with changes" : ""}`;
}
