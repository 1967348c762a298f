import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

type Ending = {
  /** What asks the child to finish. */
  ask: "INT" | "TERM";
  /** What ends it when it has not finished after this many seconds. */
  force: "QUIT" | "KILL";
  seconds: number;
};

const script = `cat >/dev/null
kill -"$2" "$1" 2>/dev/null || exit 0
left=$4
while [ "$left" -gt 0 ]; do
  sleep 1
  kill -0 "$1" 2>/dev/null || exit 0
  left=$((left - 1))
done
kill -"$3" "$1"`;

/**
 * A kill -9 of this process would leave its child running. A shell holds the other end of a pipe
 * that only this process has open; when the pipe closes, the shell ends the child. It has to
 * insist: a program may hang because this process, the reader of its output, is gone.
 *
 * @param options must let the shell run as a user who may signal the child
 */
export function endWithThisProcess(
  child: ChildProcess,
  { ask, force, seconds }: Ending,
  options: Pick<SpawnOptions, "cwd" | "env" | "uid" | "gid"> = {},
): void {
  const args = ["-c", script, "sh", String(child.pid), ask, force, String(seconds)];
  const watcher = spawn("/bin/sh", args, {
    ...options,
    // Its own session: a signal to this process's group must not take the watcher along.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.unref();
  child.once("exit", () => watcher.kill("SIGKILL"));
}
