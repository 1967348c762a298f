import { once } from "node:events";
import { createServer } from "node:net";
import { Refusal } from "./refusal.mjs";

/** @typedef {{ variable: string, purpose: string, host: string, port: number }} PortUse */

/** @param {string} variable @param {number} fallback */
function portSetting(variable, fallback) {
  const text = process.env[variable];
  if (text === undefined || text === "") return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Refusal(`${variable} must be a port between 1 and 65535, not "${text}".`);
}

/** The ports `npm start` serves on; the mailbox has none when mail goes to a server of yours. */
export function usedPorts() {
  /** @type {PortUse[]} */
  const web = [
    {
      variable: "PORT",
      purpose: "the web app",
      host: process.env.HOST || "0.0.0.0",
      port: portSetting("PORT", 3000),
    },
  ];
  if (process.env.SMTP_URL) return web;
  const host = "127.0.0.1";
  return [
    ...web,
    {
      variable: "MAILBOX_PORT",
      purpose: "the mailbox",
      host,
      port: portSetting("MAILBOX_PORT", 1080),
    },
    {
      variable: "ATRIUM_SMTP_PORT",
      purpose: "mail (SMTP)",
      host,
      port: portSetting("ATRIUM_SMTP_PORT", 1025),
    },
  ];
}

/** @param {string} host @param {number} port @returns {Promise<string | null>} an error code */
async function tryListen(host, port) {
  const server = createServer();
  try {
    server.listen({ host, port, exclusive: true });
    await once(server, "listening");
    server.close();
    await once(server, "close");
    return null;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code ?? "unknown";
  }
}

/**
 * A program on [::1] alone leaves 0.0.0.0 free, yet gets what a browser sends to "localhost"; so
 * the port has to be free there too.
 * @param {PortUse} use
 */
async function problemOf(use) {
  const code = await tryListen(use.host, use.port);
  if (code !== null) return code;
  return (await tryListen("::1", use.port)) === "EADDRINUSE" ? "EADDRINUSE" : null;
}

/** @param {PortUse} use @param {Set<number>} avoid */
async function freePortAfter(use, avoid) {
  for (let port = use.port + 1; port < Math.min(use.port + 200, 65_536); port += 1) {
    if (!avoid.has(port) && (await problemOf({ ...use, port })) === null) return port;
  }
  return use.port + 1;
}

/** @param {PortUse} use @param {string} code */
function describe(use, code) {
  if (code === "EADDRINUSE")
    return `Port ${use.port} for ${use.purpose} is taken by another program.`;
  if (code === "EACCES") return `Port ${use.port} for ${use.purpose} is reserved for root.`;
  return `Port ${use.port} for ${use.purpose} cannot be opened on ${use.host} (${code}).`;
}

/**
 * @param {PortUse[]} uses
 * @throws {Refusal} naming each port that cannot be had, and a command with free ones instead
 */
export async function checkPorts(uses) {
  const problems = [];
  const settings = [];
  const avoid = new Set(uses.map((use) => use.port));
  for (const use of uses) {
    const code = await problemOf(use);
    if (code === null) continue;
    problems.push(describe(use, code));
    const free = await freePortAfter(use, avoid);
    avoid.add(free);
    settings.push(`${use.variable}=${free}`);
  }
  if (problems.length === 0) return;
  throw new Refusal(
    problems.join("\n"),
    `Is Atrium running already? Stop the other program, or use other ports: ${settings.join(" ")} npm start`,
  );
}
