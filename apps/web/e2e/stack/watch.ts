import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, expect, type Page } from "@playwright/test";

export interface Watch {
  /** Console errors, uncaught exceptions and refused resources of every page of the context. */
  faults: string[];
  /** Faults that the test itself brings about. */
  forgiven: RegExp[];
  /** Every answer that carries text: documents, page data, API. */
  bodies: string[];
  /** Every message of an event stream, as it arrived. */
  events: string[];
}

const textual = /html|json|text|x-component/;

/** Notes everything that must not happen on any page, and everything the server has said. */
export async function watchContext(context: BrowserContext): Promise<Watch> {
  const watch: Watch = { faults: [], forgiven: [], bodies: [], events: [] };
  // Chromium reports whatever the content security policy refuses as a console error.
  context.on("console", (message) => {
    if (message.type() === "error")
      watch.faults.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on("weberror", (error) => watch.faults.push(`uncaught: ${error.error().message}`));
  context.on("response", (response) => {
    if (response.status() >= 500) watch.faults.push(`${response.status()} ${response.url()}`);
    if (!textual.test(response.headers()["content-type"] ?? "")) return;
    response.text().then(
      (body) => watch.bodies.push(body),
      // A navigation may drop an answer before it is read; nobody saw it then.
      () => undefined,
    );
  });
  return watch;
}

/** A stream's answer never ends, so its messages are read from the browser's own network log. */
export async function watchStreams(page: Page, watch: Watch): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.on("Network.eventSourceMessageReceived", ({ eventName, data }) => {
    watch.events.push(`${eventName} ${data}`);
  });
  await session.send("Network.enable");
}

/**
 * No violation of WCAG 2.2 A or AA, nor of axe's own good practice, once the page has settled: while
 * Next swaps a page's head, the title is away for a moment.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(async () => {
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`,
    );
    expect(found).toEqual([]);
  }).toPass({ timeout: 5_000 });
}

/** Opens a page and waits until its stream of changes is up. */
export async function openLive(visitor: { page: Page; watch: Watch }, path: string): Promise<void> {
  const { page, watch } = visitor;
  // The stream of the page before may just be coming up; it is not the one to wait for.
  await page.goto("about:blank");
  const before = countReady(watch);
  await page.goto(path);
  await expect.poll(() => countReady(watch)).toBeGreaterThan(before);
}

/** How often a stream of changes has begun: once per page, and once per reconnect. */
export function countReady(watch: Watch): number {
  return watch.events.filter((event) => event.includes('"type":"ready"')).length;
}

/** What went wrong on the pages of a context and was not the test's own doing. */
export function faultsOf({ faults, forgiven }: Watch): string[] {
  return faults.filter((fault) => !forgiven.some((pattern) => pattern.test(fault)));
}
