import { createServerCaller } from "@atrium/api/caller";
import { signInWithPassword } from "@atrium/api/sign-in";
import { type ApiParts, contextFor } from "./api-handler.ts";
import { requestIdHeader } from "./request-headers.ts";
import type { Runtime } from "./runtime.ts";

/** What this process lends to its pages. */
export function createRuntime(parts: ApiParts): Runtime {
  return {
    env: { origin: parts.env.origin, authSecret: parts.env.authSecret },
    messages: parts.catalogue.messages,
    async callerFor({ headers }) {
      const context = await contextFor(parts, {
        cookie: headers.get("cookie") ?? undefined,
        acceptLanguage: headers.get("accept-language") ?? undefined,
        requestId: headers.get(requestIdHeader) ?? "",
      });
      return createServerCaller(context);
    },
    signIn: (email, password) => signInWithPassword(parts.database, { email, password }),
  };
}
