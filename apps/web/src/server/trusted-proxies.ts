import type { IncomingMessage } from "node:http";
import { BlockList, isIP, isIPv6 } from "node:net";

export interface Peer {
  /** Whom the request really came from, as far as trusted proxies tell. */
  address: string;
  /** Whether that client spoke TLS to us or to a trusted proxy. */
  secure: boolean;
  /** Whether the other end of the connection is a proxy whose headers we believe. */
  viaTrustedProxy: boolean;
}

export interface ProxyTrust {
  peerOf(req: IncomingMessage): Peer;
}

const forwardingHeaders = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-real-ip",
  "x-request-id",
];

/**
 * Believes forwarding headers only from the given addresses and CIDR ranges, and reads
 * X-Forwarded-For from the right: what stands left of the first address we do not trust is hearsay.
 * Throws when an entry is no address or range.
 */
export function createProxyTrust(entries: readonly string[]): ProxyTrust {
  const trusted = new BlockList();
  for (const entry of entries) addEntry(trusted, entry);

  function isTrusted(address: string): boolean {
    return isIP(address) !== 0 && trusted.check(address, isIPv6(address) ? "ipv6" : "ipv4");
  }

  return {
    peerOf(req) {
      const direct = plainAddress(req.socket.remoteAddress ?? "");
      const encrypted = "encrypted" in req.socket && req.socket.encrypted === true;
      if (!isTrusted(direct)) return { address: direct, secure: encrypted, viaTrustedProxy: false };
      const hops = headerText(req, "x-forwarded-for").split(",").map(plainAddress);
      const stranger = hops.findLast((hop) => hop !== "" && !isTrusted(hop));
      const scheme = headerText(req, "x-forwarded-proto").split(",").at(-1)?.trim();
      return {
        address: stranger ?? direct,
        secure: encrypted || scheme === "https",
        viaTrustedProxy: true,
      };
    },
  };
}

/** Removes what only a trusted proxy may say, so that nothing behind us reads it by mistake. */
export function dropForwardingHeaders(req: IncomingMessage): void {
  for (const name of forwardingHeaders) delete req.headers[name];
}

function addEntry(list: BlockList, entry: string): void {
  const [address = "", bits] = entry.split("/");
  const family = isIP(address);
  if (family === 0) throw new Error(`TRUSTED_PROXIES: "${entry}" is no address or CIDR range`);
  const type = family === 6 ? "ipv6" : "ipv4";
  const whole = family === 6 ? 128 : 32;
  const prefix = Number(bits ?? whole);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > whole) {
    throw new Error(`TRUSTED_PROXIES: "${entry}" has no valid prefix length`);
  }
  list.addSubnet(address, prefix, type);
}

/** An IPv4 client of a dual-stack socket shows as ::ffff:1.2.3.4. */
function plainAddress(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
}

function headerText(req: IncomingMessage, name: string): string {
  const value = req.headers[name];
  return Array.isArray(value) ? value.join(",") : (value ?? "");
}
