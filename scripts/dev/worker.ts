// The worker, bundled anew at each start; --watch-path starts it again when its sources change.
import { join } from "node:path";
import { buildWorker } from "../../apps/worker/build.ts";
import { root } from "../bootstrap/paths.mjs";

// Beside the build's own file, which turbo keeps: both may run at once.
const bundle = join(root, "apps/worker/dist/dev.js");
await buildWorker(bundle);
await import(bundle);
