import { readEnv } from "./src/env.ts";
import { captureConsole, createLogger } from "./src/server/logger.ts";
import { startWeb } from "./src/server/start.ts";

const env = readEnv();
const log = createLogger(env.logLevel);
if (!env.dev) captureConsole(log);

const shutdown = await startWeb(env, log).catch((error: unknown) => {
  log.fatal({ err: error }, "could not start");
  process.exit(1);
});
process.on("SIGTERM", () => shutdown.begin("SIGTERM"));
process.on("SIGINT", () => shutdown.begin("SIGINT"));
process.on("uncaughtException", (error) => shutdown.fail(error, "uncaught exception"));
process.on("unhandledRejection", (error) => shutdown.fail(error, "unhandled rejection"));
