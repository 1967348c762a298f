import { join } from "node:path";
import { roleUrl } from "@atrium/db/urls";
import { pinnedNode, root, toolEnvironment } from "../bootstrap/paths.mjs";
import type { ProgramSpec } from "./program.ts";
import type { Settings } from "./settings.ts";

/** Where this machine itself reaches a program that listens on `HOST`. */
export function localAddress(port: number): string {
  const { HOST: host } = process.env;
  const everywhere = !host || host === "0.0.0.0" || host === "::";
  return new URL(`http://${everywhere ? "127.0.0.1" : host}:${port}`).origin;
}

/** What programs inherit: not the owner's connection, which none of them may use. */
function inherited(): Record<string, string | undefined> {
  return { ...toolEnvironment(), DATABASE_URL: undefined, NODE_ENV: "production" };
}

/** The mail server that keeps every mail, and its web page. Reachable from this machine only. */
export function mailbox(settings: Settings): ProgramSpec | null {
  if (settings.mailbox === null) return null;
  const { smtpPort, webPort } = settings.mailbox;
  const options = {
    "--smtp": smtpPort,
    "--ip": "127.0.0.1",
    "--web": webPort,
    "--web-ip": "127.0.0.1",
    "--mail-directory": join(settings.dataDir, "mail"),
    "--max-emails": 2_000,
  };
  return {
    name: "mailbox",
    command: [
      pinnedNode,
      join(root, "node_modules/maildev/dist/bin/maildev.js"),
      ...Object.entries(options).flatMap(([name, value]) => [name, String(value)]),
    ],
    env: inherited(),
  };
}

/** The web server, on the build of apps/web. */
export function web(settings: Settings, ownerUrl: string): ProgramSpec {
  return {
    name: "web",
    command: [pinnedNode, "server.ts"],
    cwd: join(root, "apps/web"),
    env: {
      ...inherited(),
      HOST: settings.host,
      PORT: String(settings.webPort),
      ATRIUM_URL: settings.webUrl,
      AUTH_SECRET: settings.authSecret,
      APP_DATABASE_URL: roleUrl(ownerUrl, "atrium_app", settings.authSecret),
    },
  };
}

/** The worker; `port` is where it tells how it is. */
export function worker(settings: Settings, ownerUrl: string, port: number): ProgramSpec {
  return {
    name: "worker",
    command: [pinnedNode, "dist/main.js"],
    cwd: join(root, "apps/worker"),
    env: {
      ...inherited(),
      ATRIUM_URL: settings.webUrl,
      WORKER_DATABASE_URL: roleUrl(ownerUrl, "atrium_worker", settings.authSecret),
      SMTP_URL: settings.smtpUrl,
      WORKER_PORT: String(port),
    },
  };
}
