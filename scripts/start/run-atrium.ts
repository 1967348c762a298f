import { join } from "node:path";
import { OwnedByOther, takeOwnerLock } from "@atrium/db/embedded/owner-lock";
import { readRunning } from "../atrium/running.ts";
import { checkPorts, usedPorts } from "../bootstrap/ports.mjs";
import { Refusal } from "../bootstrap/refusal.mjs";
import { announce } from "./announce.ts";
import { bringUp, type Mode } from "./bring-up.ts";
import { LogBook } from "./log-book.ts";
import { Run, StopRequested } from "./run.ts";
import { readSettings, type Settings } from "./settings.ts";

function lockDataFolder(dataDir: string): () => void {
  try {
    return takeOwnerLock(join(dataDir, "started-by"));
  } catch (error) {
    if (!(error instanceof OwnedByOther)) throw error;
    const at = readRunning(dataDir)?.webUrl;
    throw new Refusal(
      `Atrium is already running on ${dataDir} (process ${error.pid}${at ? `, ${at}` : ""}).`,
      "Stop it there with Ctrl-C, or start a second one beside it: " +
        "ATRIUM_DATA_DIR=.atrium-2 PORT=3001 MAILBOX_PORT=1081 ATRIUM_SMTP_PORT=1026 npm start",
    );
  }
}

function reportFailure(run: Run): void {
  const { reason } = run.signal;
  if (reason instanceof StopRequested) return;
  process.exitCode = 1;
  console.error(`\n${reason instanceof Error ? reason.message : reason}`);
  console.error(`\nStopping everything. The whole log: ${run.log.path}`);
}

async function runUntilEnd(settings: Settings, mode: Mode): Promise<void> {
  const run = new Run(new LogBook(join(settings.dataDir, "atrium.log"), mode.echo));
  try {
    await bringUp(run, settings, mode);
    announce(settings, run.log.path);
    await run.untilEnd();
  } catch (error) {
    // No effect when a program's end is what made this step fail: that end is then the reason.
    run.fail(error as Error);
  }
  reportFailure(run);
  await run.stopAll();
  console.log("Stopped.");
}

/**
 * Brings everything up, keeps it up, and takes it down again; sets the exit code.
 *
 * @throws Refusal when the machine or another run is in the way.
 */
export async function runAtrium(mode: Mode): Promise<void> {
  const settings = readSettings();
  const unlock = lockDataFolder(settings.dataDir);
  try {
    await checkPorts(usedPorts());
    await runUntilEnd(settings, mode);
  } finally {
    unlock();
  }
}
