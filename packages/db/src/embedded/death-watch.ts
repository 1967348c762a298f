import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

/**
 * A kill -9 of this process would leave its child running. A shell holds the other end of a pipe
 * that only this process has open: when the pipe closes, it sends the child `signal`.
 *
 * @param options must let the shell run as a user who may signal the child
 */
export function endWithThisProcess(
  child: ChildProcess,
  signal: "INT" | "TERM",
  options: Pick<SpawnOptions, "cwd" | "env" | "uid" | "gid"> = {},
): void {
  const script = 'cat >/dev/null; kill -"$1" "$2" 2>/dev/null';
  const watcher = spawn("/bin/sh", ["-c", script, "sh", signal, String(child.pid)], {
    ...options,
    // Its own session: a signal to this process's group must not take the watcher along.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.unref();
  child.once("exit", () => watcher.kill("SIGKILL"));
}
