import { cookies, headers } from "next/headers";
import { cache } from "react";
import { sessionCookieName } from "../auth/cookies.ts";
import { getRuntime } from "../server/runtime.ts";

/** Calls procedures from server components, as the person of this request; one caller per render. */
export const serverCaller = cache(async () =>
  getRuntime().callerFor({ headers: new Headers(await headers()) }),
);

/** The signed-in person of this request, or null; asked once per render. */
export const currentPerson = cache(async () => {
  const name = sessionCookieName(getRuntime().env.origin);
  // Public pages must render while the database is away.
  if (!(await cookies()).has(name)) return null;
  return (await serverCaller()).session.me();
});
