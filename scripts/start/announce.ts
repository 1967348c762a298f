import type { Settings } from "./settings.ts";

const demoPeople = [
  ["student@atrium.test", "student of 521141P"],
  ["assistant@atrium.test", "assistant of 521141P, student of 521150A"],
  ["teacher@atrium.test", "teacher"],
  ["responsible@atrium.test", "responsible teacher"],
  ["admin@atrium.test", "site administrator"],
];

/** What a newcomer needs next: addresses, log-ins, and how to stop. */
export function announce(settings: Settings, logFile: string): void {
  const lines = ["", "Atrium is running", `  web      ${settings.webUrl}`];
  if (settings.mailbox) {
    lines.push(`  mailbox  http://localhost:${settings.mailbox.webPort}   every mail Atrium sends`);
  }
  lines.push(`  log      ${logFile}`);
  if (settings.demo) {
    lines.push("", "Log in with the password atrium-demo as");
    for (const [email = "", who] of demoPeople) lines.push(`  ${email.padEnd(24)} ${who}`);
    lines.push("  also assistant2@, student2@ to student120@, organizer@, manager@, steward@");
  }
  lines.push("", "Ctrl-C stops everything; data stays for the next start.");
  console.log(lines.join("\n"));
}
