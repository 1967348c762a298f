import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect } from "@playwright/test";
import { readStack } from "./stack/stack.ts";
import { demoPassword, test } from "./stack/test.ts";
import { createWebProcess } from "./stack/web-process.ts";

test("behind a trusted TLS proxy signs in with cookies that only this host can set", async () => {
  const origin = "https://atrium.example";
  const web = await createWebProcess({ ATRIUM_URL: origin, TRUSTED_PROXIES: "127.0.0.1,::1" });
  try {
    const headers = { origin, "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.7" };
    const csrf = await fetch(`${web.url}/api/auth/csrf`, { headers });
    expect(csrf.headers.get("strict-transport-security")).toContain("max-age=31536000");
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const cookie = csrf.headers.getSetCookie().map((line) => line.split(";")[0]);
    const form = { email: "student@atrium.test", password: demoPassword, csrfToken, json: "true" };
    const response = await fetch(`${web.url}/api/auth/callback/credentials`, {
      method: "POST",
      headers: { ...headers, cookie: cookie.join("; ") },
      body: new URLSearchParams(form),
    });
    expect(response.status).toBe(200);
    const session = response.headers.getSetCookie().find((line) => line.includes("session"));
    expect(session).toMatch(
      /^__Host-atrium\.session=[^;]+; Path=\/; .*HttpOnly; Secure; SameSite=Lax/,
    );
    expect(session).not.toContain("Domain");

    const plain = await fetch(`${web.url}/about`);
    expect(plain.headers.get("strict-transport-security")).toBeNull();
  } finally {
    await web.stop("SIGKILL");
  }
});

test("signs in from a body of unknown length, and refuses one that is too long", async ({
  request,
}) => {
  const baseURL = readStack().webUrl;
  const csrf = await request.get("/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const { cookies } = await request.storageState();
  const post = (body: string) =>
    fetch(`${baseURL}/api/auth/callback/credentials`, {
      method: "POST",
      headers: {
        origin: baseURL,
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new Blob([body]).stream(),
      duplex: "half",
    } as RequestInit);
  const form = new URLSearchParams({
    ...{ csrfToken, json: "true" },
    ...{ email: "student@atrium.test", password: demoPassword },
  });
  expect((await post(String(form))).headers.getSetCookie().join()).toContain("atrium.session=ey");
  expect((await post(`${form}&x=${"x".repeat(16_384)}`)).status).toBe(413);
});

test("gives the public page small, and not at all to who has it already", async () => {
  const baseURL = readStack().webUrl;
  const full = await fetch(`${baseURL}/about`, { headers: { "accept-encoding": "br" } });
  expect(full.headers.get("content-encoding")).toBe("br");
  expect(await full.text()).toContain("<html lang=");
  const etag = full.headers.get("etag") ?? "";
  const again = await fetch(`${baseURL}/about`, { headers: { "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const finnish = await fetch(`${baseURL}/about`, {
    headers: { "if-none-match": etag, "accept-language": "fi" },
  });
  expect(finnish.status).toBe(200);
  expect(finnish.headers.get("vary")).toMatch(/accept-language.*cookie/);
});

test("answers an upgrade like any other request and keeps no connection for it", async () => {
  const { port } = new URL(readStack().webUrl);
  for (const path of ["/inbox", "/_next/hmr", "/nothing"]) {
    const socket = connect(Number(port), "127.0.0.1");
    socket.write(
      `GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
    );
    socket.setTimeout(2_000, () => socket.end());
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 (200|307|404)/);
  }
});

test("shows metrics of its requests, streams and connections to this machine", async () => {
  const baseURL = readStack().webUrl;
  const metrics = await (await fetch(`${baseURL}/metrics`)).text();
  expect(metrics).toMatch(
    /^http_request_duration_seconds_count\{route="trpc",method="GET",status="2xx"\} \d/m,
  );
  expect(metrics).toMatch(/^atrium_open_streams \d/m);
  expect(metrics).toMatch(/^atrium_database_connections\{state="idle"\} \d/m);
  expect(metrics).toMatch(/^nodejs_eventloop_lag_seconds /m);
});
