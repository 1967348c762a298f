import type { ServerResponse } from "node:http";

const everywhere: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  // Holds for data and refusals; pages replace it with the policy they need.
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

const oneYear = 365 * 24 * 60 * 60;

/** Sets what every answer carries. HSTS over plain HTTP would be ignored, so it is not sent there. */
export function setSecurityHeaders(res: ServerResponse, secure: boolean): void {
  for (const [name, value] of Object.entries(everywhere)) res.setHeader(name, value);
  if (secure) res.setHeader("strict-transport-security", `max-age=${oneYear}; includeSubDomains`);
}
