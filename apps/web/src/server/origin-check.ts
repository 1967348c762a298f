import type { IncomingMessage } from "node:http";

/**
 * Whether a changing request comes from a page of ours. Browsers send Sec-Fetch-Site to trustworthy
 * origins and Origin with every POST, and no script can forge either; a request with neither is no
 * browser of this decade, and a program can say its Origin.
 */
export function isSameOrigin(req: IncomingMessage, origin: string): boolean {
  const site = req.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return req.headers.origin === origin;
}
