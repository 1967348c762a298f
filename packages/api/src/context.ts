import type { Database } from "@atrium/db/client";
import type { ErrorDetails } from "@atrium/domain/kernel/errors";
import type { Locale } from "@atrium/domain/kernel/locale";
import type { LiveHub } from "./live-hub.ts";

/** Text of an error code in a language; the web app owns the texts and hands this in. */
export type Translate = (locale: Locale, code: string, details: ErrorDetails) => string;

export interface ApiContext {
  database: Database;
  live: LiveHub;
  /** Id from the session, not yet looked up; null when there is no session. */
  actorId: string | null;
  locale: Locale;
  requestId: string;
  translate: Translate;
}

export function createApiContext(parts: ApiContext): ApiContext {
  return parts;
}
