"use client";

import { safePath } from "./safe-path.ts";

// next-auth/react would leave the page when the server cannot be reached, and lose what was typed.

export type SignInResult =
  | { ok: true; path: string }
  | { ok: false; reason: "refused" | "unreachable"; requestId: string | null };

/** Signs in with e-mail and password; `path` is where to go next and always on this site. */
export async function signInWithPassword(input: {
  email: string;
  password: string;
  callbackUrl?: string | null;
}): Promise<SignInResult> {
  const { email, password, callbackUrl } = input;
  try {
    const response = await post("callback/credentials", { email, password });
    const requestId = response.headers.get("x-request-id");
    if (response.status === 401) return { ok: false, reason: "refused", requestId };
    if (!response.ok) return { ok: false, reason: "unreachable", requestId };
    return { ok: true, path: safePath(callbackUrl, window.location.origin) };
  } catch {
    return { ok: false, reason: "unreachable", requestId: null };
  }
}

/**
 * Ends the session and loads the sign-in page afresh, so that nothing of the person stays in memory.
 * Rejects when the server could not be reached: the session then still lives.
 */
export async function signOutHere(): Promise<void> {
  const response = await post("signout", {});
  if (!response.ok) throw new Error(`Sign-out answered ${response.status}`);
  window.location.assign("/sign-in");
}

async function post(action: string, fields: Record<string, string>): Promise<Response> {
  const csrf = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  return fetch(`/api/auth/${action}`, {
    method: "POST",
    body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
  });
}
