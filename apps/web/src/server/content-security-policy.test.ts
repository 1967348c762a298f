import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { exchangeNonceForHashes, nonceSource, pagePolicy } from "./content-security-policy.ts";

const hash = (body: string) => `'sha256-${createHash("sha256").update(body).digest("base64")}'`;

describe("pagePolicy", () => {
  it("allows nothing unsafe outside development", () => {
    const policy = pagePolicy([nonceSource("abc")], false);
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("script-src 'self' 'nonce-abc';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
  });
});

describe("exchangeNonceForHashes", () => {
  it("names the scripts that carry the nonce, each once, and takes the nonce out", () => {
    const { html, hashes } = exchangeNonceForHashes(
      '<script nonce="n1">a()</script><p>x</p><script id="b" nonce="n1">b("å")</script>' +
        '<script nonce="n1">a()</script><script src="/_next/x.js" async="" nonce="n1"></script>',
      "n1",
    );
    expect(hashes).toEqual([hash("a()"), hash('b("å")')]);
    expect(html).not.toContain("n1");
    expect(html).toContain('<script id="b">b("å")</script>');
  });

  it("makes two renderings of one page equal, also where its data names the nonce", () => {
    const page = (nonce: string) =>
      exchangeNonceForHashes(`<script nonce="${nonce}">push("nonce","${nonce}")</script>`, nonce);
    expect(page("n1")).toEqual(page("n2"));
    expect(page("n1").hashes).toEqual([hash('push("nonce","00")')]);
  });

  it("gives no hash to a script that came in without the nonce", () => {
    const { hashes } = exchangeNonceForHashes(
      '<script>evil()</script><script nonce="other">evil()</script><script nonce="n1">ours()</script>',
      "n1",
    );
    expect(hashes).toEqual([hash("ours()")]);
  });
});
