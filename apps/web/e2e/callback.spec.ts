import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { InboxPage } from "./pages/inbox-page.ts";
import { apiPerson } from "./stack/api.ts";
import { demoPassword, test } from "./stack/test.ts";
import { openLive } from "./stack/watch.ts";

test("does not follow a callback to another site", async ({ visitor }) => {
  const { page } = await visitor();
  for (const callbackUrl of ["https://evil.example/", "//evil.example", "/\\evil.example"]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?${new URLSearchParams({ callbackUrl })}`);
    await fillIn(page, "student");
    await expect(page).toHaveURL("/");
  }
});

test("keeps the query of a link through signing in", async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto("/inbox?view=mine");
  await fillIn(page, "assistant");
  await expect(page).toHaveURL("/inbox?view=mine");
});

test("a session that ends under a reply leads back to it", async ({ person }) => {
  const { api } = await apiPerson("student65");
  const me = await api.session.me.query();
  const { id } = await api.tickets.open.mutate({
    ...{ courseId: me?.courses[0]?.courseId ?? "", subject: "Session", message: "Still there?" },
    ...{ language: "en" as const, clientKey: randomUUID() },
  });
  const { page, watch } = await person("teacher");
  watch.forgiven.push(/status of 401/);
  const inbox = new InboxPage(page);
  const place = `/inbox/${id}?view=waiting_for_student`;
  // With the stream up, nothing but the reply will find that the session is over.
  const personChecked = page.waitForResponse((response) => response.url().includes("session.me"));
  await openLive({ page, watch }, place);
  await personChecked;
  await inbox.box("Reply").fill("Written before it ended");
  await page.context().clearCookies({ name: "atrium.session" });
  await page.getByRole("button", { name: "Send" }).click();
  await inbox.conversation.getByRole("link", { name: "Sign in again" }).first().click();
  await fillIn(page, "teacher");
  await expect(page).toHaveURL(place);
  await inbox.conversation.getByRole("button", { name: "Try again" }).click();
  const post = inbox.conversation.getByRole("article").filter({ hasText: "before it ended" });
  await expect(post.getByText("just now")).toBeVisible();
});

async function fillIn(page: Page, name: string): Promise<void> {
  await page.getByLabel("E-mail").fill(`${name}@atrium.test`);
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
}
