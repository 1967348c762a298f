import type { Locale } from "@atrium/domain/kernel/locale";
import { test as base, expect, type Page } from "@playwright/test";
import { readStack } from "./stack.ts";
import { faultsOf, type Watch, watchContext, watchStreams } from "./watch.ts";

export interface Visitor {
  page: Page;
  watch: Watch;
}

interface Fixtures {
  /** A visitor in a browser context of their own, with the languages their browser asks for. */
  visitor(locale?: string): Promise<Visitor>;
  /** Someone of the demo, signed in through the page and reading in the given language. */
  person(name: string, locale?: Locale): Promise<Visitor>;
}

export const demoPassword = "atrium-demo";

/** Tests whose every page is watched: any console error, exception or 5xx fails the test. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from it
  baseURL: async ({}, use) => use(readStack().webUrl),
  visitor: async ({ browser, contextOptions, viewport, isMobile, hasTouch, baseURL }, use) => {
    const watches: Watch[] = [];
    const opened: { close(): Promise<void> }[] = [];
    await use(async (locale = "en-GB") => {
      const context = await browser.newContext({
        ...contextOptions,
        ...{ viewport, isMobile, hasTouch, locale },
        ...(baseURL === undefined ? {} : { baseURL }),
      });
      const watch = await watchContext(context);
      watches.push(watch);
      opened.push(context);
      const page = await context.newPage();
      await watchStreams(page, watch);
      return { page, watch };
    });
    for (const context of opened) await context.close();
    expect(watches.flatMap(faultsOf)).toEqual([]);
  },
  person: async ({ visitor, baseURL }, use) => {
    await use(async (name, locale) => {
      const opened = await visitor();
      const chosen = { name: "atrium.locale", value: locale ?? "en", url: baseURL ?? "" };
      await opened.page.context().addCookies([chosen]);
      await signIn(opened.page, `${name}@atrium.test`);
      return opened;
    });
  },
});

/** Signs in with the form, in whatever language it is, and waits for the page behind it. */
export async function signIn(page: Page, email: string, { at = "" } = {}): Promise<void> {
  await page.goto(`${at}/sign-in`);
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(demoPassword);
  await page.locator("form button[type=submit]").click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
