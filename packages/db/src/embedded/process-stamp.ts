import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When the process started, in a form that only compares for equality; null when no such process
 * lives. A bare pid is no proof of identity: after a crash or a container restart the same number
 * soon belongs to somebody else.
 */
export function processStamp(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The command name in brackets may hold spaces, so fields are counted from its end.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const [state, startTicks] = [fields[0], fields[19]];
      return state === "Z" || startTicks === undefined ? null : startTicks;
    }
    const started = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return started.trim() || null;
  } catch {
    return null;
  }
}
