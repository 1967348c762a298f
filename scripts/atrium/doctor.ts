import { Refusal } from "../bootstrap/refusal.mjs";
import type { Command } from "./command.ts";
import { databaseChecks } from "./doctor/database.ts";
import type { Finding } from "./doctor/finding.ts";
import { serviceChecks } from "./doctor/services.ts";

/** Every finding, whatever else fails: a broken part must not hide the state of the others. */
async function examine(): Promise<Finding[]> {
  const groups = await Promise.all([databaseChecks(), serviceChecks()]);
  return groups.flat();
}

function show({ name, ok, detail }: Finding): string {
  const mark = { true: "ok", false: "FAIL", null: "-" }[String(ok) as "true" | "false" | "null"];
  return `${mark.padEnd(5)} ${name.padEnd(18)} ${detail}`;
}

/** `pnpm atrium doctor` */
export const command: Command = {
  usage: ["[--json]"],
  help: "Shows what is configured and what answers: database, roles, migrations, mail, web, worker.\nThe exit code is 1 when something fails. Passwords are not shown.",
  options: { json: { type: "boolean" } },
  async run({ values }, { print }) {
    const findings = await examine();
    if (values.json) print(JSON.stringify(findings, null, 2));
    else for (const finding of findings) print(show(finding));
    const failing = findings.filter(({ ok }) => ok === false).length;
    if (failing > 0) throw new Refusal(`${failing} of ${findings.length} fail.`);
  },
};
