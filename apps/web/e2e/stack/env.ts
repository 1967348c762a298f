import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** Where a test run keeps its database, mails, logs and the addresses of its stack. */
export const runFolder = `${root}.atrium/e2e`;

/** The system's Chromium where there is one; else the one Playwright has downloaded. */
export const systemChromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);

/** The environment of a program of the stack: what this process has, and what is given. */
export function programEnvironment(values: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...values, FORCE_COLOR: "0" };
}
