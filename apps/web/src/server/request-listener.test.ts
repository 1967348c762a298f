import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { origin, type RealServer, sendRaw, startRealServer } from "./testing/real-server.ts";

let server: RealServer;
afterEach(() => server.stop());

const echo = (req: AsyncIterable<Buffer>, res: { end(body: string): unknown }) =>
  text(req as never).then(
    (body) => void res.end(String(body.length)),
    () => undefined,
  );

function post(path: string, init: RequestInit & { duplex?: "half" } = {}) {
  return fetch(`${server.url}${path}`, { method: "POST", headers: { origin }, ...init });
}

describe("origin check", () => {
  it.each([
    ["a foreign page", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["a sibling host", { "sec-fetch-site": "same-site", origin: "http://other.atrium.test" }],
    ["a foreign page in an old browser", { origin: "https://evil.example" }],
    ["a sandboxed frame", { origin: "null" }],
    ["a request that does not say", {}],
  ])(
    "refuses a change from %s, and lets the same one through from our own page",
    async (_, headers) => {
      server = await startRealServer({ api: (req, res) => void echo(req, res) });
      const refused = await post("/api/trpc/tickets.open", { headers, body: "x" });
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({ error: { code: "cross_origin" } });
      const own = await post("/api/trpc/tickets.open", { body: "x" });
      expect(own.status).toBe(200);
    },
  );

  it("covers sign-in, and believes Sec-Fetch-Site where there is one", async () => {
    server = await startRealServer();
    const foreign = { headers: { "sec-fetch-site": "cross-site", origin } };
    expect((await post("/api/auth/callback/credentials", foreign)).status).toBe(403);
    const own = { headers: { "sec-fetch-site": "same-origin", origin: server.url } };
    expect((await post("/api/auth/callback/credentials", own)).status).toBe(200);
  });

  it("answers for paths, not for other servers", async () => {
    server = await startRealServer();
    for (const target of ["*", "http://evil.example/"]) {
      const answer = await sendRaw(
        server.port,
        `GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
      );
      expect(answer).toContain("400 Bad Request");
    }
  });

  it("answers an address that cannot be decoded, with the request's id where programs read it", async () => {
    let page = "";
    server = await startRealServer({
      next: async (req, res) => {
        page = req.url ?? "";
        res.end();
      },
    });
    for (const path of ["/api/trpc/%E0%A4%A", "/_next/%E0%A4%A"]) {
      const refused = await fetch(server.url + path);
      expect(refused.status).toBe(400);
      const requestId = refused.headers.get("x-request-id");
      expect(await refused.json()).toEqual({ error: { code: "bad_target", requestId } });
    }
    await fetch(`${server.url}/tickets/%E0%A4%A`);
    expect(page).toBe("/404");
  });

  it("lets nothing but the API and sign-in be changed", async () => {
    server = await startRealServer();
    const response = await post("/about", { body: "x" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });
});

describe("body limit", () => {
  const chunked = (size: number) =>
    new ReadableStream({
      start(controller) {
        for (let sent = 0; sent < size; sent += 1024) controller.enqueue(new Uint8Array(1024));
        controller.close();
      },
    });

  it.each([
    ["/api/trpc/tickets.open", 256 * 1024],
    ["/api/auth/callback/credentials", 16 * 1024],
  ])(
    "%s takes a body of its limit and refuses a larger one, declared or chunked",
    async (path, limit) => {
      server = await startRealServer({
        api: (req, res) => void echo(req, res),
        next: async (req, res) => echo(req, res),
      });
      for (const body of [() => new Uint8Array(limit), () => chunked(limit)]) {
        const taken = await post(path, { body: body(), duplex: "half" });
        expect([taken.status, await taken.text()]).toEqual([200, String(limit)]);
      }
      for (const body of [() => new Uint8Array(limit + 1), () => chunked(limit + 1024)]) {
        const refused = await post(path, { body: body(), duplex: "half" });
        expect(refused.status).toBe(413);
        expect(await refused.json()).toMatchObject({ error: { code: "body_too_large" } });
      }
    },
  );
});

describe("slow requests", () => {
  const timeouts = { headersMs: 300, requestMs: 600, checkMs: 50 };
  const start = (path: string) => `POST ${path} HTTP/1.1\r\nhost: x\r\norigin: ${origin}\r\n`;

  it("drops a client that does not finish its headers", async () => {
    server = await startRealServer({ timeouts });
    expect(await sendRaw(server.port, start("/api/trpc/a"), "x-slow: 1")).toContain("408");
  });

  it("drops a client that does not finish its body", async () => {
    server = await startRealServer({ timeouts, api: (req, res) => void echo(req, res) });
    const declared = await sendRaw(
      server.port,
      `${start("/api/trpc/a")}content-length: 1000\r\n\r\n`,
      "x",
    );
    expect(declared).not.toContain("200 OK");
  });
});

describe("answers", () => {
  it("carry the security headers, whatever answers", async () => {
    server = await startRealServer();
    for (const path of ["/", "/about", "/api/health/live", "/api/trpc/a", "/nothing"]) {
      const { headers } = await fetch(server.url + path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("content-security-policy")).not.toContain("unsafe");
      expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("permissions-policy")).toContain("geolocation=()");
      expect(headers.get("strict-transport-security")).toBeNull();
    }
  });

  it("of the API are kept by no cache", async () => {
    server = await startRealServer();
    const response = await fetch(`${server.url}/api/trpc/tickets.get`);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("give each page its own nonce, in the policy and for Next, and believe none a client sends", async () => {
    const seen: unknown[] = [];
    server = await startRealServer({
      next: async (req, res) => {
        seen.push(req.headers["content-security-policy"], req.headers["x-atrium-nonce"]);
        res.end();
      },
    });
    const forged = {
      "content-security-policy": "script-src 'nonce-evil'",
      "content-security-policy-report-only": "script-src 'nonce-evil'",
      "x-atrium-nonce": "evil",
    };
    const first = await fetch(`${server.url}/inbox`, { headers: forged });
    const second = await fetch(`${server.url}/inbox`, { headers: forged });
    expect(seen[0]).toBe(first.headers.get("content-security-policy"));
    expect(seen[0]).toContain(`'nonce-${seen[1]}'`);
    expect(JSON.stringify(seen)).not.toContain("evil");
    expect(first.headers.get("content-security-policy")).not.toBe(
      second.headers.get("content-security-policy"),
    );
  });

  it("are logged without queries, addresses or bodies, under the id the client gets", async () => {
    server = await startRealServer();
    const response = await fetch(`${server.url}/api/trpc/tickets.get?input=private`);
    await response.text();
    await expect.poll(() => server.lines.length).toBe(1);
    expect(server.lines[0]).toMatchObject({
      requestId: response.headers.get("x-request-id"),
      path: "/api/trpc/tickets.get",
      status: 200,
    });
    expect(JSON.stringify(server.lines)).not.toMatch(/private|127\.0\.0\.1/);
  });

  it("come in time even when a part never answers, and only once when it does too late", async () => {
    const { promise: late, resolve: wake } = Promise.withResolvers<void>();
    server = await startRealServer({
      answerDeadlineMs: 50,
      api: (_req, res) => void late.then(() => res.end("too late")),
    });
    const response = await fetch(`${server.url}/api/trpc/tickets.get`);
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
    wake();
    expect(await response.json()).toMatchObject({ error: { code: "timeout" } });
    expect((await fetch(`${server.url}/api/health/live`)).status).toBe(200);
  });

  it("say no more than that they failed when a part throws", async () => {
    server = await startRealServer({ next: () => Promise.reject(new Error("secret detail")) });
    const response = await fetch(`${server.url}/inbox`);
    expect(response.status).toBe(500);
    const body = await response.json();
    expect(body).toEqual({
      error: { code: "unexpected", requestId: response.headers.get("x-request-id") },
    });
    expect(server.lines.filter((line) => line.msg === "request failed")).toHaveLength(1);
  });
});

describe("health and metrics", () => {
  it("names the parts that fail, and only while they do", async () => {
    let up = false;
    server = await startRealServer({
      checks: { database: async () => up, migrations: () => Promise.reject(new Error("x")) },
    });
    const down = await fetch(`${server.url}/api/health/ready`);
    expect([down.status, await down.json()]).toEqual([
      503,
      { status: "unavailable", failing: ["database", "migrations"] },
    ]);
    up = true;
    const half = await fetch(`${server.url}/api/health/ready`);
    expect(await half.json()).toMatchObject({ failing: ["migrations"] });
    expect((await fetch(`${server.url}/api/health/live`)).status).toBe(200);
  });

  it("shows metrics to this machine, and through a proxy to nobody without the token", async () => {
    server = await startRealServer();
    expect((await fetch(`${server.url}/metrics`)).status).toBe(200);
    const proxied = { headers: { "x-forwarded-for": "203.0.113.9" } };
    expect((await fetch(`${server.url}/metrics`, proxied)).status).toBe(404);
  });
});
