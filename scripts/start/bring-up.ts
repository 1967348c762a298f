import { freePort } from "@atrium/db/embedded/postmaster";
import { noteRunning } from "../atrium/running.ts";
import { buildAll } from "./build.ts";
import { openDatabase } from "./database.ts";
import { loadDemo } from "./demo.ts";
import type { ProgramSpec } from "./program.ts";
import { waitUntilReady } from "./ready.ts";
import type { Run } from "./run.ts";
import * as services from "./services.ts";
import type { Settings } from "./settings.ts";

/** How `npm start` and `pnpm dev` differ. */
export type Mode = {
  /** Build first, and run what was built. */
  build: boolean;
  /** Show the programs' lines on the console too. */
  echo: boolean;
  web(spec: ProgramSpec): ProgramSpec;
  worker(spec: ProgramSpec): ProgramSpec;
};

/** Says how long a step took. */
async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const begin = performance.now();
  const result = await work();
  console.log(`  ${name.padEnd(9)} ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  return result;
}

/** Waits for both, also when one fails: nothing may start after the run was taken down. */
async function together<A>(run: Run, one: Promise<A>, other?: Promise<unknown>): Promise<A> {
  for (const part of [one, other]) part?.catch((error) => run.fail(error));
  await Promise.allSettled([one, other]);
  run.signal.throwIfAborted();
  return one;
}

async function startPrograms(run: Run, settings: Settings, mode: Mode, ownerUrl: string) {
  const { dataDir, webUrl, smtpUrl, mailbox, webPort } = settings;
  const workerPort = await freePort();
  run.start(mode.worker(services.worker(settings, ownerUrl, workerPort)));
  run.start(mode.web(services.web(settings, ownerUrl)));
  run.defer("note", noteRunning(dataDir, { webUrl, smtpUrl }));
  await Promise.all([
    waitUntilReady(`${services.localAddress(webPort)}/api/health/ready`, run.signal),
    waitUntilReady(`http://127.0.0.1:${workerPort}/health`, run.signal),
    mailbox && waitUntilReady(`http://127.0.0.1:${mailbox.webPort}/api/healthz`, run.signal),
  ]);
}

/** From nothing to a web app that answers. */
export async function bringUp(run: Run, settings: Settings, mode: Mode): Promise<void> {
  const mailbox = services.mailbox(settings);
  if (mailbox) run.start(mailbox);
  const say = (line: string) => console.log(`  ${line}`);
  // The build keeps one core busy for long the first time; the database gets ready meanwhile.
  const ownerUrl = await together(
    run,
    step("database", () => openDatabase(run, settings, say)),
    mode.build ? step("build", () => buildAll(run)) : undefined,
  );
  if (settings.demo) await step("demo", () => loadDemo(run, settings, ownerUrl));
  await step("programs", () => startPrograms(run, settings, mode, ownerUrl));
}
