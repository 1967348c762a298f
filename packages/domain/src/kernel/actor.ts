import type { Locale } from "./locale.ts";

/** A signed-in, active person. */
export interface UserActor {
  kind: "user";
  userId: string;
  isAdmin: boolean;
  locale: Locale;
}

/** The worker and the operator's tool; it never answers to a person directly. */
export interface SystemActor {
  kind: "system";
}

/** Who a transaction acts for. */
export type Actor = UserActor | SystemActor | { kind: "nobody" };
