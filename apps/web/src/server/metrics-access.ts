import { createHash, timingSafeEqual } from "node:crypto";
import { BlockList, isIPv6 } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

export interface MetricsRequest {
  authorization: string | undefined;
  clientAddress: string;
  /** Whether some proxy passed the request on, trusted or not. */
  forwarded: boolean;
}

/**
 * With a token: whoever shows it. Without: only this machine, and nobody through a proxy on it, whose
 * connections all look local.
 */
export function mayReadMetrics(request: MetricsRequest, token: string | undefined): boolean {
  if (token !== undefined) return sameText(request.authorization ?? "", `Bearer ${token}`);
  const { clientAddress, forwarded } = request;
  return !forwarded && loopback.check(clientAddress, isIPv6(clientAddress) ? "ipv6" : "ipv4");
}

function sameText(a: string, b: string): boolean {
  // Digests are of one length, so the comparison tells nothing about where the two differ.
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
