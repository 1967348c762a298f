import { pinnedNode } from "../bootstrap/paths.mjs";

/** One part of `npm test`. */
export type Phase = {
  name: string;
  command: [string, ...string[]];
  /** Phases that have to end well first. */
  after: string[];
  /** Who counts this phase's tests; it writes them as JSON to the file it is told. */
  counts?: "vitest" | "playwright";
  /** Alone on the machine: its time limits are those of a person waiting. */
  alone?: boolean;
};

function vitest(project: string): [string, ...string[]] {
  return ["vitest", "run", `--project=${project}`, "--reporter=default", "--reporter=json"];
}

const turbo = ["--output-logs=new-only", "--ui=stream"];

/** Every phase, in the order they are begun. */
export const phases: Phase[] = [
  { name: "chromium", command: [pinnedNode, "scripts/chromium/main.ts"], after: [] },
  { name: "build", command: ["turbo", "run", "build", ...turbo], after: [] },
  { name: "format", command: ["biome", "ci", "--error-on-warnings", "."], after: [] },
  { name: "rules", command: [pinnedNode, "scripts/check/main.ts"], after: [] },
  { name: "knip", command: ["knip", "--no-progress"], after: [] },
  {
    name: "types",
    // next build writes the types of the routes, which the check reads.
    after: ["build"],
    command: ["turbo", "run", "typecheck", "typecheck:root", ...turbo],
  },
  { name: "unit", command: vitest("unit"), after: [], counts: "vitest" },
  { name: "db", command: vitest("db"), after: [], counts: "vitest" },
  { name: "process", command: vitest("process"), after: ["build"], counts: "vitest", alone: true },
  {
    name: "e2e",
    command: ["pnpm", "--filter", "@atrium/web", "exec", "playwright", "test"],
    after: ["build", "chromium"],
    counts: "playwright",
    alone: true,
  },
];

/**
 * The named phases with everything they come after.
 *
 * @throws RangeError for a name that is no phase.
 */
export function choosePhases(names: string[] | undefined): Phase[] {
  if (names === undefined) return phases;
  const chosen = new Set<string>();
  const choose = (name: string) => {
    const phase = phases.find((candidate) => candidate.name === name);
    if (phase === undefined) throw new RangeError(name);
    chosen.add(name);
    for (const earlier of phase.after) choose(earlier);
  };
  for (const name of names) choose(name);
  return phases.filter(({ name }) => chosen.has(name));
}
