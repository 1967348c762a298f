import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pinnedNode, root, toolEnvironment } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";

const stampFile = join(root, "node_modules/.atrium-install");

/** Everything an installation follows from. */
function installStamp() {
  const hash = createHash("sha256");
  hash.update(`${process.platform} ${process.arch}`);
  const files = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"];
  for (const group of ["apps", "packages", "bench", "patches"]) {
    if (!existsSync(join(root, group))) continue;
    for (const entry of readdirSync(join(root, group))) {
      files.push(`${group}/${entry}`, `${group}/${entry}/package.json`);
    }
  }
  for (const file of files.sort()) {
    try {
      hash.update(file).update(readFileSync(join(root, file)));
    } catch {
      // A folder, or a folder without a package: nothing an installation depends on.
    }
  }
  return hash.digest("hex");
}

/** Whether node_modules is what the lockfile says. */
export function isInstalled() {
  if (!existsSync(pinnedNode) || !existsSync(stampFile)) return false;
  return readFileSync(stampFile, "utf8") === installStamp();
}

/**
 * The pinned pnpm: the installed copy when it is that one, else npx fetches it.
 * @param {string} pinned such as pnpm@12.0.0
 * @returns {string[]}
 */
function pnpmCommand(pinned) {
  try {
    const { version } = JSON.parse(
      readFileSync(join(root, "node_modules/pnpm/package.json"), "utf8"),
    );
    if (pinned === `pnpm@${version}`) return [join(root, "node_modules/.bin/pnpm")];
  } catch {
    // Nothing is installed yet.
  }
  return ["npx", "--yes", pinned];
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      // CI=1: pnpm must never stop to ask a question nobody is there to answer.
      env: { ...toolEnvironment(), CI: "1" },
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? signal));
  });
}

/** Installs what the lockfile names, no more and no less. */
export async function install() {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [command = "npx", ...args] = pnpmCommand(packageManager);
  console.log(
    "Packages: installing what the lockfile names (the first time takes a minute or two)",
  );
  const result = await run(command, [
    ...args,
    "install",
    "--frozen-lockfile",
    // A progress bar for a person, plain lines for a log.
    `--reporter=${process.stdout.isTTY ? "default" : "append-only"}`,
  ]);
  if (result !== 0) {
    throw new Refusal(
      `Installing the packages failed (${result}).`,
      "The lines above say why. Without a network, packages come only from pnpm's store.",
    );
  }
  writeFileSync(stampFile, installStamp());
}
