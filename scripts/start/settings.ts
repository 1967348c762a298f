import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../bootstrap/paths.mjs";
import { usedPorts } from "../bootstrap/ports.mjs";
import { Refusal } from "../bootstrap/refusal.mjs";

export type Settings = {
  dataDir: string;
  /** The owner's connection to a server of the operator's; undefined: the embedded one. */
  databaseUrl: string | undefined;
  /** Load the demo people, courses and tickets. */
  demo: boolean;
  authSecret: string;
  /** Address the web process listens on. */
  host: string;
  webPort: number;
  webUrl: string;
  /** null when mail goes to a server of the operator's. */
  mailbox: { webPort: number; smtpPort: number } | null;
  smtpUrl: string;
};

/** AUTH_SECRET, or one made on the first start: sessions have to survive a restart. */
export function authSecret(dataDir: string): string {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET;
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "auth-secret");
  try {
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}

/** @throws Refusal when a setting makes no sense. */
export function readSettings(): Settings {
  const { DATABASE_URL: databaseUrl, ATRIUM_DEMO: demo, SMTP_URL: smtpUrl } = process.env;
  if (demo && demo !== "0" && demo !== "1") {
    throw new Refusal(`ATRIUM_DEMO is 1 (load the demo) or 0 (do not), not "${demo}".`);
  }
  const dataDir = dataFolder();
  const [web, mailbox, smtp] = usedPorts();
  const webPort = web?.port ?? 3000;
  const withDemo = demo ? demo === "1" : !databaseUrl;
  return {
    dataDir,
    databaseUrl: databaseUrl || undefined,
    demo: withDemo,
    // Everybody knows the password of the demo's administrator.
    host: process.env.HOST || (withDemo ? "127.0.0.1" : "0.0.0.0"),
    authSecret: authSecret(dataDir),
    webPort,
    webUrl: process.env.ATRIUM_URL || `http://localhost:${webPort}`,
    mailbox: mailbox && smtp ? { webPort: mailbox.port, smtpPort: smtp.port } : null,
    smtpUrl: smtpUrl || `smtp://127.0.0.1:${smtp?.port}`,
  };
}
