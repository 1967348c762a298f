import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@atrium/db/embedded/postmaster";
import { roleUrl } from "@atrium/db/urls";
import { programEnvironment, root } from "./env.ts";
import { readStack } from "./stack.ts";

export interface WebProcess {
  url: string;
  /** Asks it to end and answers its exit code. */
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<number | null>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
}

/** A web process of the test's own beside the stack's, on the same database, to stop and start. */
export async function createWebProcess(values: Record<string, string> = {}): Promise<WebProcess> {
  const { ownerUrl, authSecret } = readStack();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(join(root, "node_modules/.bin/node"), ["server.ts"], {
      cwd: join(root, "apps/web"),
      env: programEnvironment({
        NODE_ENV: "production",
        PORT: String(port),
        ATRIUM_URL: url,
        AUTH_SECRET: authSecret,
        APP_DATABASE_URL: roleUrl(ownerUrl, "atrium_app", authSecret),
        ...values,
      }),
      stdio: "ignore",
    });
    for (let waited = 0; waited < 30_000; waited += 100) {
      if ((await fetch(`${url}/api/health/ready`).catch(() => null))?.ok) return;
      await sleep(100);
    }
    throw new Error("The second web process was not ready in 30 s");
  };
  await start();
  return {
    url,
    start,
    async stop(signal = "SIGTERM") {
      if (!child || child.exitCode !== null || child.signalCode !== null) return null;
      const ended = once(child, "exit");
      child.kill(signal);
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}
