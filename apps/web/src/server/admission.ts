import type { IncomingMessage, ServerResponse } from "node:http";
import { nonceHeader, requestIdHeader } from "./request-headers.ts";
import { requestIdFor } from "./request-id.ts";
import { classify, type RouteClass } from "./route-class.ts";
import { setSecurityHeaders } from "./security-headers.ts";
import { dropForwardingHeaders, type ProxyTrust } from "./trusted-proxies.ts";

/** What the server knows of a request before any part of it is answered. */
export interface Admitted {
  id: string;
  route: RouteClass;
  clientAddress: string;
  /** Whether a proxy passed the request on, trusted or not. */
  forwarded: boolean;
}

/**
 * Takes in a request: decides whose word to take, gives it an id, removes every header that is ours
 * to set, and puts on the answer what all answers carry.
 */
export function admit(req: IncomingMessage, res: ServerResponse, proxies: ProxyTrust): Admitted {
  const peer = proxies.peerOf(req);
  const forwarded =
    req.headers["x-forwarded-for"] !== undefined || req.headers.forwarded !== undefined;
  const id = requestIdFor(req.headers[requestIdHeader], peer.viaTrustedProxy);
  if (!peer.viaTrustedProxy) dropForwardingHeaders(req);
  req.headers[requestIdHeader] = id;
  delete req.headers[nonceHeader];
  delete req.headers["content-security-policy"];
  delete req.headers["content-security-policy-report-only"];
  setSecurityHeaders(res, peer.secure);
  res.setHeader(requestIdHeader, id);
  return { id, route: classify(req), clientAddress: peer.address, forwarded };
}
