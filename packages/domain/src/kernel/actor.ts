import type { Locale } from "./locale.ts";

/** A signed-in, active person. */
export interface UserActor {
  kind: "user";
  userId: string;
  isAdmin: boolean;
  locale: Locale;
}

/** Who a transaction acts for. "system" is the worker; it never answers to a person directly. */
export type Actor = UserActor | { kind: "nobody" } | { kind: "system" };
