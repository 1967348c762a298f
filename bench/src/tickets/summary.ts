import type { Measured } from "../bench.ts";
import { type Spread, spreadOf } from "../statistics.ts";
import { showSpread, type Table } from "../table.ts";
import { type Round, type Rounds, type Settings, type TargetName, targetNames } from "./rounds.ts";

const titles: Record<TargetName, string> = {
  bare: "bare node:http",
  jsonAndZod: "node:http, JSON, zod",
  atrium: "Atrium, tickets.open",
};

type Throughput = ReturnType<typeof summarizeTarget>;
type Latency = ReturnType<typeof summarizeRate>;

/** Figures and tables of all rounds: the median of the repetitions, and the least and most. */
export function summarize(
  { rounds, ticketsAnswered }: Rounds,
  settings: Settings,
): Omit<Measured, "postgres"> {
  const throughput = Object.fromEntries(
    targetNames.map((name) => [name, summarizeTarget(rounds, name)]),
  ) as Record<TargetName, Throughput>;
  const ratios = { bare: ratioTo(rounds, "bare"), jsonAndZod: ratioTo(rounds, "jsonAndZod") };
  const latency = settings.rates.map((perSecond) => summarizeRate(rounds, perSecond));
  return {
    figures: { settings, throughput, ratios, latency, ticketsChecked: ticketsAnswered },
    tables: [throughputTable(throughput, ratios), latencyTable(latency)],
  };
}

function summarizeTarget(rounds: Round[], name: TargetName) {
  const each = (pick: (result: Round["closedLoop"][TargetName]) => number) =>
    spreadOf(rounds.map(({ closedLoop }) => pick(closedLoop[name])));
  return {
    perSecond: each((result) => result.perSecond),
    p50Ms: each((result) => result.p50Ms),
    p99Ms: each((result) => result.p99Ms),
    serverCpuMs: each((result) => result.serverCpuMs),
    generatorBusyPercent: each((result) => result.generatorBusy * 100),
    machineBusyPercent: each((result) => result.machineBusy * 100),
  };
}

/** Atrium's throughput in percent of another's in the same round. */
function ratioTo(rounds: Round[], name: TargetName): Spread {
  return spreadOf(
    rounds.map(
      ({ closedLoop }) => (closedLoop.atrium.perSecond / closedLoop[name].perSecond) * 100,
    ),
  );
}

function summarizeRate(rounds: Round[], perSecond: number) {
  const results = rounds.flatMap(({ openModel }) => openModel.get(perSecond) ?? []);
  return {
    perSecond,
    p50Ms: spreadOf(results.map(({ p50Ms }) => p50Ms)),
    p95Ms: spreadOf(results.map(({ p95Ms }) => p95Ms)),
    p99Ms: spreadOf(results.map(({ p99Ms }) => p99Ms)),
  };
}

function throughputTable(
  throughput: Record<TargetName, Throughput>,
  ratios: { bare: Spread; jsonAndZod: Spread },
): Table {
  return {
    head: [
      ...["server", "requests/s", "Atrium in % of it", "p50 ms", "p99 ms"],
      ...["server CPU ms/request", "generator busy %", "machine busy %"],
    ],
    rows: targetNames.map((name) => {
      const row = throughput[name];
      return [
        titles[name],
        showSpread(row.perSecond),
        name === "atrium" ? "" : showSpread(ratios[name]),
        showSpread(row.p50Ms),
        showSpread(row.p99Ms),
        showSpread(row.serverCpuMs),
        showSpread(row.generatorBusyPercent),
        showSpread(row.machineBusyPercent),
      ];
    }),
  };
}

function latencyTable(latency: Latency[]): Table {
  return {
    head: ["tickets opened per second", "p50 ms", "p95 ms", "p99 ms"],
    rows: latency.map(({ perSecond, p50Ms, p95Ms, p99Ms }) => [
      String(perSecond),
      ...[p50Ms, p95Ms, p99Ms].map((spread) => showSpread(spread)),
    ]),
  };
}
