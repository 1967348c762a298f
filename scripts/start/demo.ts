import { spawn } from "node:child_process";
import { once } from "node:events";
import { pinnedNode, root, toolEnvironment } from "../bootstrap/paths.mjs";
import type { Run } from "./run.ts";
import type { Settings } from "./settings.ts";

/** Loads the demo by the operator's own command; what is there already stays. */
export async function loadDemo(run: Run, settings: Settings, ownerUrl: string): Promise<void> {
  const child = spawn(pinnedNode, ["scripts/atrium.ts", "demo:load"], {
    cwd: root,
    env: { ...toolEnvironment(), DATABASE_URL: ownerUrl, AUTH_SECRET: settings.authSecret },
    stdio: ["ignore", "pipe", "pipe"],
    signal: run.signal,
  });
  run.log.follow("demo", child.stdout);
  run.log.follow("demo", child.stderr);
  const [code] = await once(child, "close");
  run.signal.throwIfAborted();
  if (code !== 0) {
    throw new Error(`Loading the demo failed. Its last lines:\n${run.log.recent("demo")}`);
  }
}
