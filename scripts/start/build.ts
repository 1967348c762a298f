import { spawn } from "node:child_process";
import { once } from "node:events";
import { root, toolEnvironment } from "../bootstrap/paths.mjs";
import type { Run } from "./run.ts";

/** Builds what changed since the last build; turbo brings back the rest from its cache. */
export async function buildAll(run: Run): Promise<void> {
  const child = spawn("turbo", ["run", "build", "--output-logs=new-only", "--ui=stream"], {
    cwd: root,
    env: toolEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  run.log.follow("build", child.stdout);
  run.log.follow("build", child.stderr);
  const end = () => child.pid !== undefined && process.kill(-child.pid, "SIGTERM");
  run.signal.addEventListener("abort", end);
  const [code] = await once(child, "close");
  run.signal.removeEventListener("abort", end);
  run.signal.throwIfAborted();
  if (code !== 0) {
    throw new Error(`The build failed. Its last lines:\n${run.log.recent("build")}`);
  }
}
