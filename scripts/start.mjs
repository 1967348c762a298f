// `npm start`. Runs on the machine's own Node with nothing installed; everything after the
// installation is start/main.ts under the pinned Node.
import { handOver } from "./bootstrap/hand-over.mjs";
import { install, isInstalled } from "./bootstrap/install.mjs";
import { dataFolder, root } from "./bootstrap/paths.mjs";
import { checkPorts, usedPorts } from "./bootstrap/ports.mjs";
import { checkDataFolder, checkDiskSpace, checkNodeVersion } from "./bootstrap/preflight.mjs";
import { runMain } from "./bootstrap/refusal.mjs";

await runMain(async () => {
  checkNodeVersion();
  checkDataFolder(dataFolder());
  const installing = !isInstalled();
  checkDiskSpace([root, dataFolder()], { installing });
  if (installing) {
    // Said before two minutes of downloads, not after; main.ts asks again.
    await checkPorts(usedPorts());
    await install();
  }
  await handOver(`${root}/scripts/start/main.ts`, process.argv.slice(2));
});
