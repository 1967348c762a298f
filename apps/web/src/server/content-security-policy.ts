import { createHash } from "node:crypto";

/**
 * The policy of a page. `scripts` are the nonce or hashes its inline scripts are allowed by.
 *
 * Scripts by address are held to 'self' and not to 'strict-dynamic': a cached page has no nonce to
 * hand on, and 'strict-dynamic' drops 'self', so its chunks would each need an integrity hash. Both
 * kinds of page share one list, because the policy of the first document stays in force while the
 * reader moves on without reloading. Nothing of this origin but the build is served as JavaScript:
 * uploads never are, and nosniff keeps browsers from guessing.
 */
export function pagePolicy(scripts: readonly string[], dev: boolean): string {
  // React's development build evaluates strings and injects styles, and reloads over a websocket.
  const directives = [
    "default-src 'none'",
    ["script-src 'self'", ...scripts, ...(dev ? ["'unsafe-eval'"] : [])].join(" "),
    `style-src 'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return directives.join("; ");
}

export function nonceSource(nonce: string): string {
  return `'nonce-${nonce}'`;
}

export interface HashedPage {
  html: string;
  /** Source expressions of the inline scripts, each once. */
  hashes: string[];
}

/**
 * Turns a page rendered with `nonce` into one that any number of readers can share: the inline
 * scripts that carry the nonce are named by their SHA-256, and the nonce is taken out. A script that
 * got into the page another way has no nonce, gets no hash, and so does not run.
 */
export function exchangeNonceForHashes(rendered: string, nonce: string): HashedPage {
  const attribute = ` nonce="${nonce}"`;
  // The page's data names the nonce too. A stand-in of the same length keeps that data well formed,
  // and makes two renderings of one page equal, so that its ETag holds.
  const standIn = "0".repeat(nonce.length);
  const withoutNonce = (text: string) => text.replaceAll(attribute, "").replaceAll(nonce, standIn);
  const hashes = new Set<string>();
  for (const [, attributes = "", body = ""] of rendered.matchAll(scriptElement)) {
    if (!attributes.includes(attribute) || /\ssrc=/i.test(attributes)) continue;
    const digest = createHash("sha256").update(withoutNonce(body)).digest("base64");
    hashes.add(`'sha256-${digest}'`);
  }
  return { html: withoutNonce(rendered), hashes: [...hashes] };
}

const scriptElement = /<script(\s[^>]*)?>([\s\S]*?)<\/script/gi;
