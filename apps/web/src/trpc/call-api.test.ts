import { afterEach, expect, it, vi } from "vitest";
import { mutateApi, queryApi } from "./call-api.ts";

/** Answers each call of a batch by what it was asked; notes the requests. */
function serve(answer: (path: string, input: unknown) => object) {
  const requests: string[] = [];
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
    requests.push(`${init?.method ?? "GET"} ${url}`);
    const { pathname, searchParams } = new URL(url, "http://localhost");
    const paths = pathname.replace("/api/trpc/", "").split(",");
    if (init?.method) return Response.json(answer(paths[0] ?? "", JSON.parse(String(init.body))));
    const inputs = JSON.parse(searchParams.get("input") ?? "{}") as Record<string, unknown>;
    return Response.json(paths.map((path, index) => answer(path, inputs[index])));
  });
  return requests;
}

const echo = (path: string, input: unknown) => ({ result: { data: [path, input ?? null] } });

afterEach(() => vi.unstubAllGlobals());

it("asks for what is wanted at the same moment in one request, and gives each its own answer", async () => {
  const requests = serve(echo);
  const answers = await Promise.all([queryApi("a.b", { x: 1 }), queryApi("session.me", undefined)]);
  expect(answers).toEqual([
    ["a.b", { x: 1 }],
    ["session.me", null],
  ]);
  expect(requests).toHaveLength(1);
});

it("keeps batches small and addresses short", async () => {
  const requests = serve(echo);
  await Promise.all(Array.from({ length: 23 }, (_, index) => queryApi("a.b", index)));
  expect(requests).toHaveLength(3);
  requests.length = 0;
  const long = "å".repeat(400);
  await Promise.all([queryApi("a.b", long), queryApi("a.b", long)]);
  expect(requests).toHaveLength(2);
});

it("refuses one call of a batch and answers the others", async () => {
  const data = { domainCode: "not_found", httpStatus: 404 };
  serve((path, input) =>
    path === "no" ? { error: { message: "Nothing", data } } : echo(path, input),
  );
  const [refused, answered] = await Promise.allSettled([queryApi("no", 1), queryApi("yes", 2)]);
  expect(refused).toMatchObject({ reason: { name: "ApiError", message: "Nothing", data } });
  expect(answered).toMatchObject({ value: ["yes", 2] });
});

it("sends each change by itself", async () => {
  const requests = serve(echo);
  const sent = [mutateApi("tickets.claim", { ticketId: "t" }), mutateApi("tickets.release", {})];
  expect(await Promise.all(sent)).toEqual([
    ["tickets.claim", { ticketId: "t" }],
    ["tickets.release", {}],
  ]);
  expect(requests).toEqual(["POST /api/trpc/tickets.claim", "POST /api/trpc/tickets.release"]);
});

it("knows an answer that is none of the API's", async () => {
  vi.stubGlobal("fetch", async () => new Response("<h1>Bad gateway</h1>", { status: 502 }));
  const unread = { reason: { name: "ApiError", data: null } };
  const settled = await Promise.allSettled([queryApi("a.b", 1), mutateApi("a.b", 1)]);
  expect(settled).toMatchObject([unread, unread]);
});
