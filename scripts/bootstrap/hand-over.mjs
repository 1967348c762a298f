import { spawn } from "node:child_process";
import { pinnedNode, root, toolEnvironment } from "./paths.mjs";

/**
 * A kill -9 of npm tells nobody; that the parent changed does. Only under npm: whoever starts the
 * script from a shell may well end that shell and want the script to go on.
 * @param {() => void} stop
 */
function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

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
  stopWithNpm(() => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.exitCode = code ?? 1;
      if (signal !== null) console.error(`Ended by ${signal}`);
      resolve(undefined);
    });
  });
}
