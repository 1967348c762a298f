import { getToken } from "next-auth/jwt";
import { sessionCookieName } from "./cookies.ts";

/** Value of one cookie of a Cookie header; the first wins, as in browsers' own order. */
export function readCookie(header: string | null | undefined, name: string): string | undefined {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/**
 * Who the session cookie names, or null. Only that cookie is handed on: next-auth would else also
 * take a Bearer header and join every cookie whose name starts alike.
 */
export async function readActorId(
  cookieHeader: string | null | undefined,
  env: { origin: string; authSecret: string },
): Promise<string | null> {
  const cookieName = sessionCookieName(env.origin);
  const value = readCookie(cookieHeader, cookieName);
  if (!value) return null;
  const token = await getToken({
    req: { cookies: { [cookieName]: value }, headers: {} } as never,
    cookieName,
    secret: env.authSecret,
  });
  return token?.sub ?? null;
}
