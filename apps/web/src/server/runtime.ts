import type { ServerCaller } from "@atrium/api/caller";
import type { Locale } from "@atrium/domain/kernel/locale";
import type { Env } from "../env.ts";

export interface SignedInPerson {
  id: string;
  name: string;
  email: string;
  locale: string;
}

/** Message catalogue of one language: domain -> key -> text, nested as in the files. */
export interface Messages {
  [key: string]: string | Messages;
}

/**
 * What the node process lends to the bundled pages. Next bundles its own copy of every module, so a
 * pool opened there would be a second pool; pages reach the database only through this object.
 */
export interface Runtime {
  callerFor(request: { headers: Headers }): Promise<ServerCaller>;
  signIn(email: string, password: string): Promise<SignedInPerson | null>;
  messages(locale: Locale): Messages;
  env: Pick<Env, "origin" | "authSecret">;
}

declare global {
  var __atrium: Runtime | undefined;
}

/** The runtime of this process; throws when a page runs outside server.ts. */
export function getRuntime(): Runtime {
  if (!globalThis.__atrium) throw new Error("Atrium pages run only behind apps/web/server.ts");
  return globalThis.__atrium;
}
