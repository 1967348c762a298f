import { join } from "node:path";
import { pinnedNode, root } from "../bootstrap/paths.mjs";
import type { ProgramSpec } from "../start/program.ts";

const libraries = ["domain", "db"].map((name) => join(root, "packages", name, "src"));

function watching(...folders: string[]): string[] {
  return folders.map((folder) => `--watch-path=${folder}`);
}

/** The web server with Next's own reload for pages, and a restart when server code changes. */
export function reloadingWeb(production: ProgramSpec): ProgramSpec {
  const folders = [...libraries, join(root, "packages/api/src"), join(root, "apps/web/src/server")];
  return {
    ...production,
    command: [pinnedNode, ...watching(...folders), "--watch-preserve-output", "server.ts"],
    env: { ...production.env, NODE_ENV: "development" },
  };
}

/** The worker, built and started again when its code changes. */
export function reloadingWorker(production: ProgramSpec): ProgramSpec {
  const folders = [...libraries, join(root, "apps/worker/src"), join(root, "apps/worker/messages")];
  return {
    ...production,
    command: [
      pinnedNode,
      ...watching(...folders),
      "--watch-preserve-output",
      join(root, "scripts/dev/worker.ts"),
    ],
    env: { ...production.env, NODE_ENV: "development" },
  };
}
