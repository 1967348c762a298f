// `pnpm bench <name>`: measures, prints, and keeps the figures. docs/benchmarks.md explains them.
import { parseArgs } from "node:util";
import type { Bench } from "./bench.ts";
import { Cleanup } from "./cleanup.ts";
import { currentLoad, describeCommit, describeMachine, waitForQuiet } from "./machine.ts";
import { record } from "./record.ts";
import { showTable } from "./table.ts";

const benches: Record<string, () => Promise<{ bench: Bench }>> = {
  "open-ticket": () => import("./open-ticket.ts"),
  "start-times": () => import("./start-times.ts"),
};

const usage = `Usage: pnpm bench <${Object.keys(benches).join("|")}> [--quick]
  --quick  a short rehearsal on a machine that may be busy; prints, keeps nothing`;

function parseCommand() {
  try {
    const options = { quick: { type: "boolean", default: false } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [name = "", ...rest] = positionals;
    const load = Object.hasOwn(benches, name) ? benches[name] : undefined;
    return load && rest.length === 0 ? { name, load, quick: values.quick } : null;
  } catch {
    return null;
  }
}

async function main(cleanup: Cleanup): Promise<void> {
  const command = parseCommand();
  if (command === null) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const { name, load, quick } = command;
  if (!quick) await waitForQuiet();
  const facts = {
    date: new Date().toISOString().slice(0, 10),
    commit: describeCommit(),
    machine: describeMachine(currentLoad()),
  };
  const { bench } = await load();
  const measured = await bench.measure(quick, cleanup);
  for (const table of measured.tables) console.log(`\n${showTable(table)}`);
  if (!quick) record(name, measured, facts);
}

const cleanup = new Cleanup();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void cleanup.run().finally(() => process.exit(130)));
}
try {
  await main(cleanup);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await cleanup.run();
}
