import { spawn } from "node:child_process";
import { pinnedNode, root, toolEnvironment } from "./paths.mjs";

/**
 * Goes on in the pinned Node and ends as that program ends.
 * @param {string} script absolute path
 * @param {string[]} args
 */
export function handOver(script, args) {
  const child = spawn(pinnedNode, [script, ...args], {
    cwd: root,
    stdio: "inherit",
    env: toolEnvironment(),
  });
  // The terminal sends Ctrl-C to both; `kill` reaches this process alone, so it is passed on. The
  // program takes signals that come together for one.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.exitCode = code ?? 1;
      if (signal !== null) console.error(`Ended by ${signal}`);
      resolve(undefined);
    });
  });
}
