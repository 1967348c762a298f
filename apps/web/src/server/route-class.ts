import { findPublicPage } from "./public-pages.ts";

export type RouteClass =
  | "trpc"
  | "stream"
  | "auth"
  | "live"
  | "ready"
  | "metrics"
  | "asset"
  | "public"
  | "page";

/** The path of a request target, without its query. */
export function pathOf(url: string | undefined): string {
  const target = url ?? "/";
  const end = target.search(/[?#]/);
  return end === -1 ? target : target.slice(0, end);
}

/** Whether every percent sign of a path begins a whole UTF-8 character; nothing behind could read it else. */
export function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Decides which part of the server answers; also the only path label that metrics carry. */
export function classify(req: {
  url?: string | undefined;
  headers: Record<string, unknown>;
}): RouteClass {
  const path = pathOf(req.url);
  if (path.startsWith("/api/trpc/")) {
    return String(req.headers.accept).includes("text/event-stream") ? "stream" : "trpc";
  }
  if (path === "/api/health/live") return "live";
  if (path === "/api/health/ready") return "ready";
  if (path === "/metrics") return "metrics";
  if (path.startsWith("/api/auth/")) return "auth";
  if (path.startsWith("/_next/")) return "asset";
  // A client-side navigation asks for the page's data, not for its document.
  if (findPublicPage(path) && req.headers.rsc === undefined) return "public";
  return "page";
}
