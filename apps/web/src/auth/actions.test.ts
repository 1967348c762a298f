import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { signInWithPassword, signOutHere } from "./actions.ts";

const origin = "http://localhost:3000";
const who = { email: "student@atrium.test", password: "right" };
const accepted = { url: `${origin}/` };
const refusedToken = { url: `${origin}/api/auth/signin?csrf=true` };

/** Answers the posts in turn as given; every token is a new one. */
function serve(...answers: (object | Error)[]) {
  const posted: string[] = [];
  let tokens = 0;
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
    if (url === "/api/auth/csrf") return Response.json({ csrfToken: `token-${++tokens}` });
    posted.push(String((init?.body as URLSearchParams | undefined)?.get("csrfToken")));
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return Response.json(answer);
  });
  return posted;
}

describe("signing in and out", () => {
  const assign = vi.fn();
  beforeEach(() => vi.stubGlobal("window", { location: { origin, assign } }));
  afterEach(() => {
    vi.unstubAllGlobals();
    assign.mockReset();
  });

  it("goes on to the page that was asked for", async () => {
    serve(accepted);
    const result = await signInWithPassword({ ...who, callbackUrl: "/inbox" });
    expect(result).toEqual({ ok: true, path: "/inbox" });
  });

  it("tries once more with a new token when the first does not fit the cookie", async () => {
    const posted = serve(refusedToken, accepted);
    expect(await signInWithPassword(who)).toMatchObject({ ok: true });
    expect(posted).toEqual(["token-1", "token-2"]);
  });

  it("does not take an answer of 200 for a success when no cookie is kept", async () => {
    const posted = serve(refusedToken, refusedToken, accepted);
    expect(await signInWithPassword(who)).toMatchObject({ ok: false, reason: "cookies" });
    expect(posted).toHaveLength(2);
    serve(refusedToken, refusedToken);
    await expect(signOutHere()).rejects.toThrow();
    expect(assign).not.toHaveBeenCalled();
  });

  it("leaves the page only when the session has ended", async () => {
    serve(new TypeError("Failed to fetch"));
    await expect(signOutHere()).rejects.toThrow();
    expect(assign).not.toHaveBeenCalled();
    serve(accepted);
    await signOutHere();
    expect(assign).toHaveBeenCalledExactlyOnceWith("/sign-in");
  });
});
