import { readEnv } from "./env.ts";
import { describeFailure } from "./runner/job-failure.ts";
import { createLogger } from "./runner/log.ts";
import { startWorker } from "./start-worker.ts";

// The program is one bundle; stacks in the log name the source all the same.
process.setSourceMapsEnabled(true);

const env = readEnv();
const log = createLogger(env.LOG_LEVEL);

function die(message: string) {
  return (error: unknown) => {
    log.fatal(describeFailure(error), message);
    process.exit(1);
  };
}

process.on("uncaughtException", die("uncaught exception"));
process.on("unhandledRejection", die("unhandled rejection"));

const worker = await startWorker(env, log).catch(die("the worker could not start"));
let stopping = false;

async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "worker stopping");
  await worker.stop();
  log.info("worker stopped");
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    stop(signal).catch(die("the worker did not stop cleanly"));
  });
}
// A runner that ends without being asked to would leave a process that looks alive and works nothing.
worker.ended.then(() => stopping || die("the runner ended")(undefined), die("the runner ended"));
