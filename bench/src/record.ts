import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/bootstrap/paths.mjs";
import type { Measured } from "./bench.ts";
import type { describeMachine } from "./machine.ts";
import { showTable } from "./table.ts";

export interface Facts {
  date: string;
  commit: string;
  machine: ReturnType<typeof describeMachine>;
}

/**
 * The document with the part between `<!-- name -->` and `<!-- /name -->` replaced.
 *
 * @throws Error when the document has no such part.
 */
export function replacePart(document: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from === -1 || to < from) throw new Error(`The document has no part "${name}"`);
  return `${document.slice(0, from + begin.length)}\n${content}\n${document.slice(to)}`;
}

function provenance({ date, commit, machine }: Facts, postgres: string): string {
  const { cores, processor, memoryGib, platform, node } = machine;
  return (
    `${date}, commit ${commit}, ${cores} cores (${processor}), ${memoryGib} GiB, ${platform}, ` +
    `Node ${node}, PostgreSQL ${postgres}.`
  );
}

/** Keeps the figures in bench/results and shows them in docs/benchmarks.md. */
export function record(name: string, { figures, tables, postgres }: Measured, facts: Facts): void {
  const folder = join(root, "bench/results");
  const file = join(folder, `${name}.json`);
  const { date, commit, machine } = facts;
  const result = { bench: name, date, commit, machine: { ...machine, postgres }, figures };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(result, null, 2));
  // Checked-in JSON goes through the formatter like everything else.
  execFileSync(join(root, "node_modules/.bin/biome"), ["format", "--write", file]);

  const manual = join(root, "docs/benchmarks.md");
  const content = [...tables.map(showTable), provenance(facts, postgres)].join("\n\n");
  writeFileSync(manual, replacePart(readFileSync(manual, "utf8"), name, content));
}
