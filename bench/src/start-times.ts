import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Bench } from "./bench.ts";
import { Cleanup } from "./cleanup.ts";
import { postgresVersion, type RunningAtrium, startAtrium } from "./runs/atrium.ts";
import { buildAll, cloneProject, emptyCaches } from "./runs/clone.ts";
import { plainEnvironment } from "./runs/environment.ts";
import { temporaryFolder } from "./runs/temporary-folder.ts";
import { median, rounded, type Spread, spreadOf } from "./statistics.ts";
import { showSpread, type Table } from "./table.ts";

interface Start {
  seconds: number;
  steps: Record<string, number>;
  stopSeconds: number;
}

interface Round {
  cold: Start;
  warm: Start[];
  buildSeconds: number;
  postgres: string;
}

/** What the project promises, in seconds. */
const limits = { cold: 180, warm: 15 };

/** How long a newcomer waits, and how long everyone waits after that. */
export const bench: Bench = {
  async measure(quick, cleanup) {
    const rounds: Round[] = [];
    for (let round = 0; round < (quick ? 1 : 3); round += 1) {
      // Each round takes two gigabytes, which the next one needs again.
      const own = new Cleanup();
      cleanup.add(() => own.run());
      rounds.push(await runRound(own, quick ? 1 : 2));
      await own.run();
    }
    return { ...summarize(rounds), postgres: rounds[0]?.postgres ?? "unknown" };
  },
};

async function runRound(cleanup: Cleanup, warmStarts: number): Promise<Round> {
  const place = temporaryFolder(cleanup);
  const folder = cloneProject(join(place, "atrium"));
  const caches = emptyCaches(place);
  const environment = { ...plainEnvironment(), ...caches.variables };
  const start = async () => {
    // Otherwise what the last step left to the disk is written on this one's time.
    execFileSync("sync");
    const atrium = await startAtrium(
      { folder, dataDir: join(folder, ".atrium"), environment },
      cleanup,
    );
    console.log(`Started in ${atrium.readySeconds.toFixed(1)} s`);
    return atrium;
  };
  const first = await start();
  caches.checkUsed();
  const postgres = await postgresVersion(first.ownerUrl);
  const cold = await endStart(first);
  const warm: Start[] = [];
  while (warm.length < warmStarts) warm.push(await endStart(await start()));
  const buildSeconds = await buildAll(folder, environment);
  console.log(`Built in ${buildSeconds.toFixed(1)} s`);
  return { cold, warm, buildSeconds, postgres };
}

async function endStart({ readySeconds, steps, stop }: RunningAtrium): Promise<Start> {
  return { seconds: readySeconds, steps, stopSeconds: await stop() };
}

function summarize(rounds: Round[]) {
  const cold = rounds.map((round) => round.cold);
  const warm = rounds.flatMap((round) => round.warm);
  const seconds = {
    cold: spreadOf(cold.map((start) => start.seconds)),
    warm: spreadOf(warm.map((start) => start.seconds)),
    build: spreadOf(rounds.map(({ buildSeconds }) => buildSeconds)),
    stop: spreadOf([...cold, ...warm].map(({ stopSeconds }) => stopSeconds)),
  };
  const steps = { cold: medianSteps(cold), warm: medianSteps(warm) };
  const runs = { cold: cold.length, warm: warm.length, build: rounds.length };
  return { figures: { runs, limits, seconds, steps }, tables: [timesTable(seconds)] };
}

/** Seconds of each step as `npm start` prints them; database and build run at the same time. */
function medianSteps(starts: Start[]): Record<string, number> {
  const names = Object.keys(starts[0]?.steps ?? {});
  return Object.fromEntries(
    names.map((name) => [name, rounded(median(starts.map(({ steps }) => steps[name] ?? 0)))]),
  );
}

function timesTable(seconds: Record<"cold" | "warm" | "build" | "stop", Spread>): Table {
  const withLimit = (name: string, spread: Spread, limit: number) => [
    name,
    showSpread(spread),
    String(limit),
    `${Math.round((spread.median / limit) * 100)} %`,
  ];
  return {
    head: ["what", "seconds", "limit", "of the limit"],
    rows: [
      withLimit("npm start, cold", seconds.cold, limits.cold),
      withLimit("npm start, warm", seconds.warm, limits.warm),
      ["turbo run build --force", showSpread(seconds.build), "", ""],
      ["stopping", showSpread(seconds.stop), "", ""],
    ],
  };
}
