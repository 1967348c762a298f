import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { apiPerson } from "./stack/api.ts";
import { readStack } from "./stack/stack.ts";

/** What a mid phone over 4G loads in a second beside the page itself; kB is 1000 bytes. */
const budget = 150_000;

test("a student's first page loads no more script than the budget allows", async () => {
  const student = await apiPerson("student53");
  const me = await student.api.session.me.query();
  const ticket = await student.api.tickets.open.mutate({
    ...{ courseId: me?.courses[0]?.courseId ?? "", language: "en" as const },
    ...{ subject: "Budget", message: "How large is this?", clientKey: randomUUID() },
  });
  const sizes = new Map<string, number>();
  const totals: Record<string, number> = {};
  for (const path of ["/", "/tickets", "/tickets/new", `/tickets/${ticket.id}`, "/me"]) {
    const { html } = await student.page(path);
    let total = 0;
    for (const file of scriptsOf(html)) {
      if (!sizes.has(file)) sizes.set(file, await sizeOf(file));
      total += sizes.get(file) ?? 0;
    }
    totals[path.replace(ticket.id, "<id>")] = total;
  }
  test.info().annotations.push({ type: "bytes", description: JSON.stringify(totals) });
  expect(Math.max(...Object.values(totals)), JSON.stringify(totals)).toBeLessThanOrEqual(budget);
  expect(Math.min(...Object.values(totals))).toBeGreaterThan(50_000);
});

/** Every script the document names, but those that only browsers without modules run. */
function scriptsOf(html: string): Set<string> {
  const tags = html.match(/<script\b[^>]*\bsrc="[^"]+"[^>]*>/g) ?? [];
  const modern = tags.filter((tag) => !/\bnomodule\b/i.test(tag));
  return new Set(modern.map((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? ""));
}

async function sizeOf(file: string): Promise<number> {
  const url = new URL(file, readStack().webUrl);
  const response = await fetch(url, { headers: { "accept-encoding": "br" }, method: "HEAD" });
  expect(response.headers.get("content-encoding"), file).toBe("br");
  return Number(response.headers.get("content-length"));
}
