import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { getRuntime } from "../server/runtime.ts";
import { authCookies } from "./cookies.ts";
import { safePath } from "./safe-path.ts";

const credentials = z.object({
  email: z.string().trim().min(3).max(254),
  password: z.string().min(1).max(1024),
});

const twelveHours = 12 * 60 * 60;

/** Built per request, because the runtime exists only once the server runs. */
export function authOptions(): AuthOptions {
  const { env } = getRuntime();
  return {
    secret: env.authSecret,
    useSecureCookies: env.origin.startsWith("https:"),
    cookies: authCookies(env.origin),
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: twelveHours },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(input) {
          const parsed = credentials.safeParse(input);
          if (!parsed.success) return null;
          return getRuntime().signIn(parsed.data.email, parsed.data.password);
        },
      }),
    ],
    callbacks: {
      // The cookie says who, and nothing else: names and roles are read anew on every request.
      jwt: ({ token }) => ({ sub: token.sub }) as typeof token,
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => `${env.origin}${safePath(url, env.origin)}`,
    },
  };
}
