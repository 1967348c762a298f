import { once } from "node:events";
import { createConnection } from "node:net";
import { dataFolder } from "../../bootstrap/paths.mjs";
import { readRunning } from "../running.ts";
import type { Finding } from "./finding.ts";

const patienceMs = 3_000;

async function web(url: string): Promise<Finding> {
  const name = "web";
  try {
    const response = await fetch(new URL("/api/health/ready", url), {
      signal: AbortSignal.timeout(patienceMs),
    });
    return { name, ok: response.ok, detail: `${url} answers ${response.status}` };
  } catch (error) {
    return { name, ok: false, detail: `${url}: ${(error as Error).cause ?? error}` };
  }
}

/** A mail server speaks first: a line that begins with 220. */
async function greeting(host: string, port: number): Promise<string> {
  const socket = createConnection({ host, port, timeout: patienceMs });
  socket.once("timeout", () => socket.destroy(new Error("no greeting")));
  try {
    const [data] = await once(socket, "data");
    return String(data).split("\r\n")[0] ?? "";
  } finally {
    socket.destroy();
  }
}

async function mail(smtpUrl: string): Promise<Finding> {
  const name = "mail";
  const { hostname, port, protocol } = new URL(smtpUrl);
  const at = `${hostname}:${port || (protocol === "smtps:" ? 465 : 25)}`;
  // TLS from the first byte: the greeting comes encrypted, so a connection has to do.
  if (protocol === "smtps:") return { name, ok: null, detail: `${at} over TLS, not tried` };
  try {
    const line = await greeting(hostname, Number(port || 25));
    return { name, ok: line.startsWith("220"), detail: `${at} says "${line}"` };
  } catch (error) {
    return { name, ok: false, detail: `${at}: ${error}` };
  }
}

/** Whether the web server and the mail server answer. */
export async function serviceChecks(): Promise<Finding[]> {
  const { ATRIUM_URL, PORT, SMTP_URL, ATRIUM_SMTP_PORT } = process.env;
  const running = readRunning(dataFolder());
  const webUrl = ATRIUM_URL || running?.webUrl || `http://localhost:${PORT || 3000}`;
  const smtpUrl = SMTP_URL || running?.smtpUrl || `smtp://127.0.0.1:${ATRIUM_SMTP_PORT || 1025}`;
  return Promise.all([mail(smtpUrl), web(webUrl)]);
}
