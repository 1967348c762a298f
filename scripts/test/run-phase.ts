import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root, toolEnvironment } from "../bootstrap/paths.mjs";
import { type Counts, readCounts } from "./counts.ts";
import type { Phase } from "./phases.ts";

export type Outcome = {
  phase: Phase;
  ok: boolean;
  seconds: number;
  output: string;
  /** null for a phase that counts no tests, or broke before it could. */
  counts: Counts | null;
};

function reportOptions(phase: Phase, file: string) {
  if (phase.counts === "vitest") return { args: [`--outputFile.json=${file}`], env: {} };
  if (phase.counts === "playwright") {
    return { args: ["--reporter=list,json"], env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } };
  }
  return { args: [], env: {} };
}

/** Runs a phase to its end; it never throws. `folder` takes the runner's report. */
export async function runPhase(
  phase: Phase,
  folder: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const begin = performance.now();
  const file = join(folder, `${phase.name}.json`);
  const { args, env } = reportOptions(phase, file);
  const [program, ...given] = phase.command;
  const child = spawn(program, [...given, ...args], {
    cwd: root,
    env: { ...toolEnvironment(), CI: "1", NO_COLOR: "1", FORCE_COLOR: undefined, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that what it started can be ended with it.
    detached: true,
  });
  const end = () => child.pid !== undefined && process.kill(-child.pid, "SIGTERM");
  signal.addEventListener("abort", end);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const code = await once(child, "close").then(
    ([exit]) => exit as number | null,
    (error: Error) => {
      output += error.message;
      return null;
    },
  );
  signal.removeEventListener("abort", end);
  return {
    phase,
    ok: code === 0,
    seconds: (performance.now() - begin) / 1000,
    output,
    counts: phase.counts ? readCounts(phase.counts, file) : null,
  };
}
