// The worker, built anew at each start; --watch-path starts it again when its sources change.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pinnedNode, root } from "../bootstrap/paths.mjs";

const worker = join(root, "apps/worker");
const { status } = spawnSync(pinnedNode, ["build.ts"], { cwd: worker, stdio: "inherit" });
// With a mistake in the sources there is nothing to run until the next change.
if (status === 0) await import(join(worker, "dist/main.js"));
