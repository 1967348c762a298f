"use client";

import { safePath } from "./safe-path.ts";
import { announceSessionChange } from "./session-change.ts";

// next-auth/react would leave the page when the server cannot be reached, and lose what was typed.

export type SignInResult =
  | { ok: true; path: string }
  | { ok: false; reason: "refused" | "unreachable" | "cookies"; requestId: string | null };

/** Signs in with e-mail and password; `path` is where to go next and always on this site. */
export async function signInWithPassword(input: {
  email: string;
  password: string;
  callbackUrl?: string | null;
}): Promise<SignInResult> {
  const { email, password, callbackUrl } = input;
  try {
    const { response, accepted } = await post("callback/credentials", { email, password });
    const requestId = response.headers.get("x-request-id");
    if (response.status === 401) return { ok: false, reason: "refused", requestId };
    if (!response.ok) return { ok: false, reason: "unreachable", requestId };
    if (!accepted) return { ok: false, reason: "cookies", requestId };
    announceSessionChange();
    return { ok: true, path: safePath(callbackUrl, window.location.origin) };
  } catch {
    return { ok: false, reason: "unreachable", requestId: null };
  }
}

/**
 * Ends the session and loads the sign-in page afresh, so that nothing of the person stays in memory.
 * Rejects when the server could not be reached or did not take it: the session then still lives.
 */
export async function signOutHere(): Promise<void> {
  const { response, accepted } = await post("signout", {});
  if (!response.ok || !accepted) throw new Error(`Sign-out answered ${response.status}`);
  announceSessionChange();
  window.location.assign("/sign-in");
}

interface Answer {
  response: Response;
  /** Whether the request's token matched the browser's cookie; without it nothing has been done. */
  accepted: boolean;
}

/** Posts to next-auth, once more with a new token when the first one no longer fits its cookie. */
async function post(action: string, fields: Record<string, string>): Promise<Answer> {
  const first = await postOnce(action, fields);
  return first.accepted ? first : postOnce(action, fields);
}

async function postOnce(action: string, fields: Record<string, string>): Promise<Answer> {
  const csrf = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const response = await fetch(`/api/auth/${action}`, {
    method: "POST",
    body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
  });
  const body = (await response.json().catch(() => null)) as { url?: string } | null;
  // Without a cookie that fits, next-auth says 200 and sends the reader back to the form.
  return { response, accepted: !/[?&]csrf=true\b/.test(body?.url ?? "") };
}
