const password = "atrium-demo";

/** `name=value` of every cookie an answer sets. */
function cookiesOf(answer: Response): string[] {
  return answer.headers.getSetCookie().map((cookie) => cookie.slice(0, cookie.indexOf(";")));
}

/** Signs in as the page does, with the demo's password; answers the session's cookie. */
async function signIn(url: string, origin: string, email: string): Promise<string> {
  const start = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await start.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { origin, cookie: cookiesOf(start).join("; ") },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
    redirect: "manual",
  });
  const session = cookiesOf(answer).find((cookie) => cookie.startsWith("atrium.session="));
  if (session === undefined) throw new Error(`${email} could not sign in: ${answer.status}`);
  return session;
}

/** A session for each address. */
export async function signInAll(
  url: string,
  origin: string,
  emails: string[],
): Promise<Map<string, string>> {
  const sessions = new Map<string, string>();
  for (const email of emails) sessions.set(email, await signIn(url, origin, email));
  return sessions;
}
