/** `__Host-` makes the browser refuse the cookie unless it is Secure, host-only and for path `/`. */
function prefix(origin: string): string {
  return origin.startsWith("https:") ? "__Host-" : "";
}

export function sessionCookieName(origin: string): string {
  return `${prefix(origin)}atrium.session`;
}

/** Cookie settings of next-auth, under our own names. */
export function authCookies(origin: string) {
  const options = {
    httpOnly: true,
    sameSite: "lax" as const,
    path: "/",
    secure: origin.startsWith("https:"),
  };
  return {
    sessionToken: { name: sessionCookieName(origin), options },
    csrfToken: { name: `${prefix(origin)}atrium.csrf`, options },
    callbackUrl: { name: `${prefix(origin)}atrium.callback`, options },
  };
}
