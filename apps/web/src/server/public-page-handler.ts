import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Locale } from "@atrium/domain/kernel/locale";
import { readCookie } from "../auth/session.ts";
import { localeCookie, personLocaleCookie, pickLocale } from "../i18n/locale.ts";
import { exchangeNonceForHashes, nonceSource, pagePolicy } from "./content-security-policy.ts";
import { createPageCache } from "./page-cache.ts";
import type { PageRenderer } from "./page-renderer.ts";
import { nonceHeader } from "./request-headers.ts";
import { pathOf } from "./route-class.ts";

const FRESH_SECONDS = 60;
const STALE_SECONDS = 600;

interface CachedPage {
  etag: string;
  policy: string;
  locale: Locale;
  bodies: Record<"identity" | "gzip" | "br", Buffer>;
}

export interface PublicPageOptions {
  renderer: PageRenderer;
  dev: boolean;
  onRenderError(error: unknown, key: string): void;
}

export type PublicPageHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/**
 * Serves public pages from memory. A page is made without cookies, once per path and language, and
 * names its scripts by hash, so that this answer and every cache on the way may be given to anyone.
 */
export function createPublicPageHandler(options: PublicPageOptions): PublicPageHandler {
  const cache = createPageCache<CachedPage>({
    render: (key) => renderPage(options, key),
    // In development a page must show the last edit.
    freshMs: options.dev ? 0 : FRESH_SECONDS * 1000,
    staleMs: options.dev ? 0 : STALE_SECONDS * 1000,
    capacity: 500,
    onRenderError: options.onRenderError,
  });
  return async (req, res) => {
    const locale = pickLocale({
      cookie: readCookie(req.headers.cookie, localeCookie),
      person: readCookie(req.headers.cookie, personLocaleCookie),
      header: req.headers["accept-language"],
    });
    send(req, res, await cache.get(`${locale} ${pathOf(req.url)}`), options.dev);
  };
}

async function renderPage(options: PublicPageOptions, key: string): Promise<CachedPage> {
  const [locale, path] = key.split(" ") as [Locale, string];
  const nonce = randomBytes(18).toString("base64url");
  const rendered = await options.renderer.render(path, {
    "accept-language": locale,
    "accept-encoding": "identity",
    "content-security-policy": pagePolicy([nonceSource(nonce)], options.dev),
    [nonceHeader]: nonce,
  });
  if (rendered.status !== 200 || !rendered.contentType.startsWith("text/html")) {
    throw new Error(`Public page ${path} answered ${rendered.status} ${rendered.contentType}`);
  }
  const { html, hashes } = exchangeNonceForHashes(rendered.body, nonce);
  const identity = Buffer.from(html);
  const [gzipped, br] = await Promise.all([
    promisify(gzip)(identity),
    promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  ]);
  return {
    // Weak, because one tag stands for all three encodings.
    etag: `W/"${createHash("sha256").update(identity).digest("base64url").slice(0, 27)}"`,
    policy: pagePolicy(hashes, options.dev),
    locale,
    bodies: { identity, gzip: gzipped, br },
  };
}

function send(req: IncomingMessage, res: ServerResponse, page: CachedPage, dev: boolean): void {
  res.setHeader("etag", page.etag);
  res.setHeader("content-security-policy", page.policy);
  res.setHeader("content-language", page.locale);
  res.setHeader("vary", "accept-language, cookie, accept-encoding, rsc");
  res.setHeader(
    "cache-control",
    dev ? "no-store" : `public, max-age=${FRESH_SECONDS}, stale-while-revalidate=${STALE_SECONDS}`,
  );
  if (matches(req.headers["if-none-match"], page.etag)) {
    res.writeHead(304).end();
    return;
  }
  const encoding = chooseEncoding(req.headers["accept-encoding"]);
  const body = page.bodies[encoding];
  if (encoding !== "identity") res.setHeader("content-encoding", encoding);
  res.setHeader("content-type", "text/html; charset=utf-8");
  res.setHeader("content-length", body.length);
  res.writeHead(200).end(req.method === "HEAD" ? undefined : body);
}

function matches(header: string | undefined, etag: string): boolean {
  return (header ?? "").split(",").some((tag) => tag.trim() === etag || tag.trim() === "*");
}

function chooseEncoding(header: string | string[] | undefined): "identity" | "gzip" | "br" {
  const accepted = String(header ?? "")
    .split(",")
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(";")[0]?.trim());
  if (accepted.includes("br")) return "br";
  return accepted.includes("gzip") ? "gzip" : "identity";
}
