import type { IncomingMessage } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { type RealServer, startRealServer } from "./testing/real-server.ts";
import { createProxyTrust } from "./trusted-proxies.ts";

const from = (remoteAddress: string, headers: Record<string, string>) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;

describe("peerOf", () => {
  const trust = createProxyTrust(["10.0.0.0/8", "192.0.2.7", "2001:db8::/32"]);

  it("takes the last address that is not ours, and the scheme, from a trusted proxy", () => {
    const headers = {
      "x-forwarded-for": "6.6.6.6, 203.0.113.9, 10.1.1.1",
      "x-forwarded-proto": "https",
    };
    const expected = { address: "203.0.113.9", secure: true, viaTrustedProxy: true };
    expect(trust.peerOf(from("10.0.0.1", headers))).toEqual(expected);
    expect(trust.peerOf(from("::ffff:192.0.2.7", headers))).toEqual(expected);
    expect(trust.peerOf(from("2001:db8::1", headers))).toEqual(expected);
  });

  it("believes nothing from anybody else", () => {
    const headers = { "x-forwarded-for": "10.0.0.9", "x-forwarded-proto": "https" };
    expect(trust.peerOf(from("192.0.2.8", headers))).toEqual({
      address: "192.0.2.8",
      secure: false,
      viaTrustedProxy: false,
    });
  });

  it("falls back on the proxy itself when the chain names nobody else", () => {
    expect(trust.peerOf(from("10.0.0.1", {})).address).toBe("10.0.0.1");
    expect(trust.peerOf(from("10.0.0.1", { "x-forwarded-for": "10.2.2.2" })).address).toBe(
      "10.0.0.1",
    );
  });

  it.each(["proxy.example", "10.0.0.0/33", "10.0.0.0/x", "::1/129"])("refuses %s", (entry) => {
    expect(() => createProxyTrust([entry])).toThrow("TRUSTED_PROXIES");
  });
});

describe("a request through a proxy", () => {
  let server: RealServer;
  afterEach(() => server.stop());
  const headers = { "x-forwarded-proto": "https", "x-request-id": "proxy-id-0001" };

  it("is secure and keeps its id when the proxy is trusted", async () => {
    server = await startRealServer({ trustedProxies: ["127.0.0.0/8"] });
    const response = await fetch(`${server.url}/api/health/live`, { headers });
    expect(response.headers.get("x-request-id")).toBe("proxy-id-0001");
    expect(response.headers.get("strict-transport-security")).toContain("max-age=31536000");
  });

  it("gets an id of ours when the given one could break a log or a header", async () => {
    server = await startRealServer({ trustedProxies: ["127.0.0.1"] });
    for (const id of ["short", `x${"y".repeat(64)}`, 'id"with quotes', "<script>alert</script>"]) {
      const response = await fetch(server.url, { headers: { "x-request-id": id } });
      expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    }
  });

  it("is neither when the proxy is not, and Next does not see the headers", async () => {
    const seen: string[] = [];
    server = await startRealServer({
      next: async (req, res) => {
        seen.push(...Object.keys(req.headers));
        res.end();
      },
    });
    const response = await fetch(`${server.url}/inbox`, { headers });
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(response.headers.get("strict-transport-security")).toBeNull();
    expect(seen).not.toContain("x-forwarded-proto");
  });
});
