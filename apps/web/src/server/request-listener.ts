import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { recordWhenOver } from "./access-log.ts";
import { type Admitted, admit } from "./admission.ts";
import { answerInTime } from "./answer-deadline.ts";
import { BodyTooLarge, bodyLimit, limitBody } from "./body-limit.ts";
import { nonceSource, pagePolicy } from "./content-security-policy.ts";
import type { InFlight } from "./in-flight.ts";
import { sendJson, sendRefusal } from "./json-response.ts";
import type { Metrics } from "./metrics.ts";
import { mayReadMetrics } from "./metrics-access.ts";
import { isSameOrigin } from "./origin-check.ts";
import type { PublicPageHandler } from "./public-page-handler.ts";
import type { Readiness } from "./readiness.ts";
import { nonceHeader } from "./request-headers.ts";
import { isReadable, pathOf } from "./route-class.ts";
import type { StreamRegistry } from "./stream-registry.ts";
import type { ProxyTrust } from "./trusted-proxies.ts";

export interface ServerParts {
  origin: string;
  dev: boolean;
  metricsToken: string | undefined;
  answerDeadlineMs: number;
  proxies: ProxyTrust;
  log: Logger;
  metrics: Metrics;
  readiness: Readiness;
  streams: StreamRegistry;
  inFlight: InFlight;
  isDraining(): boolean;
  /** tRPC. */
  api: RequestListener;
  /** Next: pages and sign-in. */
  next(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** Scripts, styles and fonts of the build. */
  asset(req: IncomingMessage, res: ServerResponse): Promise<void>;
  publicPage: PublicPageHandler;
}

/** Answers every request of the process: the API, health and metrics here, everything else by Next. */
export function createRequestListener(parts: ServerParts): RequestListener {
  return (req, res) => {
    const admitted = admit(req, res, parts.proxies);
    recordWhenOver(req, res, admitted, parts);
    if (parts.isDraining()) res.setHeader("connection", "close");
    if (admitted.route !== "stream") {
      res.once("close", parts.inFlight.enter());
      answerInTime(res, parts.answerDeadlineMs, parts.log, admitted.id);
    }
    answer(parts, admitted, req, res).catch((error: unknown) => {
      refuseAfter(error, parts.log, admitted, res);
    });
  };
}

async function answer(
  parts: ServerParts,
  admitted: Admitted,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { route } = admitted;
  if (!isAllowed(parts, route, req, res)) return;
  if (!isReadable(pathOf(req.url))) {
    if (route !== "page") return sendRefusal(res, 400, "bad_target");
    // No page has such an address, so the reader gets what any unknown one gets.
    req.url = "/404";
  }
  const body = await limitBody(req, bodyLimit(route));
  switch (route) {
    case "live":
      return sendJson(res, 200, { status: "live" });
    case "ready":
      return answerReadiness(parts, res);
    case "metrics":
      return answerMetrics(parts, admitted, req, res);
    case "stream":
      parts.streams.add(res);
      return void parts.api(body, res);
    case "trpc":
      // What one person may see is no business of any cache on the way.
      res.setHeader("cache-control", "no-store");
      return void parts.api(body, res);
    case "auth":
      return parts.next(body, res);
    case "asset":
      return parts.asset(req, res);
    case "public":
      return parts.publicPage(req, res);
    case "page":
      return answerPage(parts, body, res);
  }
}

/** Only paths are asked for here; only the API and sign-in change anything, and only for our pages. */
function isAllowed(
  parts: ServerParts,
  route: Admitted["route"],
  req: IncomingMessage,
  res: ServerResponse,
): boolean {
  if (!req.url?.startsWith("/")) {
    sendRefusal(res, 400, "bad_target");
    return false;
  }
  if (req.method === "GET" || req.method === "HEAD") return true;
  if (req.method !== "POST" || (route !== "trpc" && route !== "auth")) {
    res.setHeader("allow", route === "trpc" || route === "auth" ? "GET, HEAD, POST" : "GET, HEAD");
    sendRefusal(res, 405, "method_not_allowed");
    return false;
  }
  if (isSameOrigin(req, parts.origin)) return true;
  sendRefusal(res, 403, "cross_origin");
  return false;
}

async function answerReadiness(parts: ServerParts, res: ServerResponse): Promise<void> {
  const failing = parts.isDraining() ? ["draining"] : await parts.readiness.failing();
  if (failing.length === 0) sendJson(res, 200, { status: "ready" });
  else sendJson(res, 503, { status: "unavailable", failing });
}

async function answerMetrics(
  parts: ServerParts,
  admitted: Admitted,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { clientAddress, forwarded } = admitted;
  const { authorization } = req.headers;
  // Not found and not refused: nobody else needs to know that there are metrics.
  if (!mayReadMetrics({ authorization, clientAddress, forwarded }, parts.metricsToken)) {
    return sendRefusal(res, 404, "not_found");
  }
  const text = await parts.metrics.text();
  res.writeHead(200, { "content-type": parts.metrics.contentType, "cache-control": "no-store" });
  res.end(text);
}

async function answerPage(parts: ServerParts, req: IncomingMessage, res: ServerResponse) {
  const nonce = randomBytes(18).toString("base64url");
  const policy = pagePolicy([nonceSource(nonce)], parts.dev);
  req.headers["content-security-policy"] = policy;
  req.headers[nonceHeader] = nonce;
  res.setHeader("content-security-policy", policy);
  await parts.next(req, res);
}

function refuseAfter(error: unknown, log: Logger, admitted: Admitted, res: ServerResponse): void {
  const tooLarge = error instanceof BodyTooLarge;
  if (!tooLarge) log.error({ requestId: admitted.id, err: error }, "request failed");
  if (res.headersSent) {
    res.destroy();
    return;
  }
  sendRefusal(res, tooLarge ? 413 : 500, tooLarge ? "body_too_large" : "unexpected");
}
