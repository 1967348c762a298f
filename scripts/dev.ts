// `pnpm dev`: like `npm start`, with programs that reload when their sources change.

import { dataFolder } from "./bootstrap/paths.mjs";
import { checkDataFolder } from "./bootstrap/preflight.mjs";
import { runMain } from "./bootstrap/refusal.mjs";
import { reloadingWeb, reloadingWorker } from "./dev/services.ts";
import { runAtrium } from "./start/run-atrium.ts";

await runMain(async () => {
  checkDataFolder(dataFolder());
  await runAtrium({ build: false, echo: true, web: reloadingWeb, worker: reloadingWorker });
});
