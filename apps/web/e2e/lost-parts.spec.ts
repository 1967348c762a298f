import { expect } from "@playwright/test";
import { InboxPage } from "./pages/inbox-page.ts";
import { test } from "./stack/test.ts";

test("a part of the inbox that cannot be loaded leaves the rest working, and comes when asked again", async ({
  person,
}) => {
  const { page, watch } = await person("teacher");
  const inbox = new InboxPage(page);
  // What the document names arrives; what its scripts ask for afterwards is cut off.
  const named = new Set<string>();
  let cut = true;
  await page.route("**/inbox", async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    for (const [file] of html.matchAll(/\/_next\/static\/chunks\/[\w.~-]+\.js/g)) named.add(file);
    await route.fulfill({ response: answer, body: html });
  });
  await page.route("**/_next/static/chunks/*.js", (route) =>
    cut && !named.has(new URL(route.request().url()).pathname) ? route.abort() : route.continue(),
  );
  watch.forgiven.push(/net::ERR_FAILED/);
  await inbox.open();
  const note = page.getByRole("alert").filter({ hasText: "A part of this page" }).first();
  await expect(note).toBeVisible();
  await page.keyboard.press("?");
  await expect(inbox.keys).toHaveCount(0);
  await expect(page.getByRole("list", { name: "Tickets" })).toBeAttached();

  cut = false;
  await page.getByRole("button", { name: "Try again" }).last().click();
  await expect(inbox.keys).toBeVisible();
  await expect(page.getByRole("region", { name: "Notices" })).toBeAttached();
  await expect(note).toHaveCount(0);
});
