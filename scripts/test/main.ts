import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { choosePhases, type Phase, phases } from "./phases.ts";
import { type Outcome, runPhase } from "./run-phase.ts";
import { schedule } from "./schedule.ts";

/** More would only make time limits in tests fire. */
const lanes = Math.min(2, availableParallelism());

function chosenPhases(): Phase[] | null {
  try {
    const { values } = parseArgs({ options: { only: { type: "string" } } });
    return choosePhases(values.only?.split(","));
  } catch (error) {
    const names = phases.map(({ name }) => name).join(", ");
    console.error(`${(error as Error).message}: not understood`);
    console.error(`Usage: npm test -- [--only=<part>[,<part>...]]   parts: ${names}`);
    return null;
  }
}

function tell({ phase, ok, seconds, counts, output }: Outcome): void {
  const tests = counts ? `  ${counts.passed} passed, ${counts.failed} failed` : "";
  const skipped = counts?.skipped ? `, ${counts.skipped} skipped` : "";
  const mark = ok ? "ok" : "FAIL";
  console.log(
    `${mark.padEnd(5)} ${phase.name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s${tests}${skipped}`,
  );
  if (!ok) console.log(`\n----- ${phase.name} -----\n${output.trimEnd()}\n-----\n`);
}

/** A phase that failed without a failing test (a type error, a crash) counts as one. */
function sum(outcomes: Outcome[]) {
  let [passed, failed] = [0, 0];
  for (const { ok, counts } of outcomes) {
    passed += counts?.passed ?? 0;
    failed += counts?.failed ?? 0;
    if (!ok && !counts?.failed) failed += 1;
  }
  return { passed, failed };
}

async function main(): Promise<void> {
  const chosen = chosenPhases();
  if (chosen === null) {
    process.exitCode = 2;
    return;
  }
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());
  const folder = mkdtempSync(join(tmpdir(), "atrium-test-"));
  const begin = performance.now();
  const { outcomes, leftOut } = await schedule(chosen, lanes, async (phase) => {
    if (stop.signal.aborted)
      return { phase, ok: false, seconds: 0, output: "stopped", counts: null };
    const outcome = await runPhase(phase, folder, stop.signal);
    tell(outcome);
    return outcome;
  });
  rmSync(folder, { recursive: true, force: true });
  for (const { name, after } of leftOut)
    console.log(`left out: ${name} (needs ${after.join(", ")})`);

  const { passed, failed } = sum(outcomes);
  console.log(`\n${((performance.now() - begin) / 60_000).toFixed(1)} minutes`);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0 || leftOut.length > 0) process.exitCode = 1;
}

await main();
