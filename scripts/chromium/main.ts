// Makes sure that there is a Chromium for the browser tests, and says where it comes from.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { root, toolEnvironment } from "../bootstrap/paths.mjs";

/** Where apps/web/e2e looks for it too. */
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];
const systemChromium = () => places.find((path) => existsSync(path));

function run(command: string, args: string[]): boolean {
  console.log(`> ${command} ${args.join(" ")}`);
  const env = { ...toolEnvironment(), DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { cwd: root, env, stdio: "inherit" }).status === 0;
}

function fromSystem(): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log("Chromium is missing: installing the system's package");
  return (
    run("apt-get", ["update"]) &&
    run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]) &&
    systemChromium() !== undefined
  );
}

function fromPlaywright(): boolean {
  console.log("Chromium is missing: installing Playwright's own (kept in its cache)");
  return run("pnpm", ["--filter", "@atrium/web", "exec", "playwright", "install", "chromium"]);
}

if (systemChromium() !== undefined) {
  console.log(`Using ${systemChromium()}`);
} else if (!fromSystem() && !fromPlaywright()) {
  console.error("No Chromium could be installed. Install one at /usr/bin/chromium and try again.");
  process.exitCode = 1;
}
