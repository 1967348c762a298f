// `npm test`. Runs on the machine's own Node with nothing installed; everything after the
// installation is test/main.ts under the pinned Node.
import { handOver } from "./bootstrap/hand-over.mjs";
import { install, isInstalled } from "./bootstrap/install.mjs";
import { root } from "./bootstrap/paths.mjs";
import { checkDiskSpace, checkNodeVersion } from "./bootstrap/preflight.mjs";
import { runMain } from "./bootstrap/refusal.mjs";

await runMain(async () => {
  checkNodeVersion();
  const installing = !isInstalled();
  checkDiskSpace([root], { installing });
  if (installing) await install();
  await handOver(`${root}/scripts/test/main.ts`, process.argv.slice(2));
});
