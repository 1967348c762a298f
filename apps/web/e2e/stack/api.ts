import type { AppRouter } from "@atrium/api/root";
import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import { readStack } from "./stack.ts";
import { demoPassword } from "./test.ts";

/** Someone of the demo, signed in without a browser. */
export async function apiPerson(name: string) {
  const { webUrl } = readStack();
  const csrf = await fetch(`${webUrl}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const email = `${name}@atrium.test`;
  const answer = await fetch(`${webUrl}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { origin: webUrl, cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ email, password: demoPassword, csrfToken, json: "true" }),
  });
  const headers = { origin: webUrl, cookie: `${cookiesOf(answer)}; atrium.locale=en` };
  const api = createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${webUrl}/api/trpc`, headers })],
  });
  return {
    api,
    /** A page as this person gets it, without following redirects. */
    async page(path: string) {
      const response = await fetch(webUrl + path, { headers, redirect: "manual" });
      return { response, html: await response.text() };
    },
  };
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

/** What a refused call says, apart from the id of the request. */
export async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TRPCClientError)) throw new Error("The call was not refused");
  const { requestId: _, ...data } = error.data as Record<string, unknown>;
  return { message: error.message, ...data };
}
