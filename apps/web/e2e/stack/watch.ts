import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, expect, type Page } from "@playwright/test";

export interface Watch {
  /** Console errors, uncaught exceptions and refused resources of every page of the context. */
  faults: string[];
  /** Bodies of every answer that carries text: documents, page data, API, streams while they last. */
  bodies: string[];
}

const textual = /html|json|text|x-component/;

/** Notes everything that must not happen on any page, and everything the server has said. */
export async function watchContext(context: BrowserContext): Promise<Watch> {
  const watch: Watch = { faults: [], bodies: [] };
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

/** No violation of WCAG 2.2 A or AA on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`,
  );
  expect(found).toEqual([]);
}
