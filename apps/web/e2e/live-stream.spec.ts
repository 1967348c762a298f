import { randomUUID } from "node:crypto";
import { openDatabase } from "@atrium/db/client";
import { expect, type Page } from "@playwright/test";
import { readStack } from "./stack/stack.ts";
import { signIn, test, type Visitor } from "./stack/test.ts";
import { countReady, openLive } from "./stack/watch.ts";
import { createWebProcess } from "./stack/web-process.ts";

/** What a browser says of a connection that is gone, which is what these tests bring about. */
const lostConnection = /ERR_(CONNECTION|INCOMPLETE|NETWORK|INTERNET|EMPTY)|Failed to load resource/;

test("the inbox stays live when the database drops the connection that listens", async ({
  person,
}) => {
  const assistant = await person("assistant");
  await openInbox(assistant);
  const ready = countReady(assistant.watch);
  expect(await dropListeners()).toBeGreaterThan(0);
  // The stream itself goes on; it is told that something may have been missed.
  await expect.poll(() => countReady(assistant.watch)).toBeGreaterThan(ready);
  await expectSeesNewTicket(assistant, await person("student41"));
});

test("the inbox stays live through a restart of its web process", async ({ visitor }) => {
  test.setTimeout(120_000);
  const web = await createWebProcess();
  try {
    const assistant = await visitor();
    const student = await visitor();
    forgiveLostConnections(assistant, student);
    await signInAt(web.url, assistant.page, "assistant");
    await signInAt(web.url, student.page, "student42");
    await openInbox(assistant, web.url);
    const ready = countReady(assistant.watch);
    expect(await web.stop()).toBe(0);
    await web.start();
    await expect
      .poll(() => countReady(assistant.watch), { timeout: 40_000 })
      .toBeGreaterThan(ready);
    await expectSeesNewTicket(assistant, student, web.url);
  } finally {
    await web.stop("SIGKILL");
  }
});

test("the inbox stays live through a crash of its web process, and shows what it missed", async ({
  visitor,
  person,
}) => {
  test.setTimeout(120_000);
  const web = await createWebProcess();
  try {
    const assistant = await visitor();
    forgiveLostConnections(assistant);
    await signInAt(web.url, assistant.page, "assistant");
    await openInbox(assistant, web.url);
    await web.stop("SIGKILL");
    const subject = await openTicket((await person("student43")).page);
    await expect(assistant.page.getByRole("link", { name: subject })).toHaveCount(0);
    await web.start();
    await expect(assistant.page.getByRole("link", { name: subject })).toBeVisible({
      timeout: 40_000,
    });
  } finally {
    await web.stop("SIGKILL");
  }
});

test("the inbox catches up when the device comes back to the network", async ({ person }) => {
  const assistant = await person("assistant");
  await openInbox(assistant);
  forgiveLostConnections(assistant);
  await assistant.page.context().setOffline(true);
  const subject = await openTicket((await person("student44")).page);
  await expect(assistant.page.getByRole("link", { name: subject })).toHaveCount(0);
  await assistant.page.context().setOffline(false);
  await expect(assistant.page.getByRole("link", { name: subject })).toBeVisible();
});

test("what changed between a page's rendering and its stream shows when the stream begins", async ({
  person,
}) => {
  const { page } = await person("assistant");
  const held = Promise.withResolvers<void>();
  await page.route("**/api/trpc/live.changes*", async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto("/inbox");
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
  const subject = await openTicket((await person("student45")).page);
  await expect(page.getByRole("link", { name: subject })).toHaveCount(0);
  held.resolve();
  await expect(page.getByRole("link", { name: subject })).toBeVisible();
});

async function openInbox(staff: Visitor, base = ""): Promise<void> {
  await openLive(staff, `${base}/inbox`);
  // The last thing the page loads by itself; what is cut off before that is another story.
  await expect(staff.page.getByRole("region", { name: "Notices" })).toBeAttached();
}

async function signInAt(url: string, page: Page, name: string): Promise<void> {
  await page.context().addCookies([{ name: "atrium.locale", value: "en", url }]);
  await signIn(page, `${name}@atrium.test`, { at: url });
}

/** Ends every connection that waits for notifications; answers how many there were. */
async function dropListeners(): Promise<number> {
  const owner = openDatabase(readStack().ownerUrl, { max: 1 });
  const ended = await owner.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where query ilike 'listen%' and pid <> pg_backend_pid()`;
  await owner.close();
  return ended.length;
}

async function openTicket(page: Page, base = ""): Promise<string> {
  const subject = `Live ${randomUUID().slice(0, 8)}`;
  await page.goto(`${base}/tickets/new`);
  await page.locator("#subject").fill(subject);
  await page.locator("#message").fill("Does this arrive?");
  await page.locator("form button[type=submit]").click();
  await expect(page).toHaveURL(/\/tickets\/[0-9a-f-]{36}$/);
  return subject;
}

async function expectSeesNewTicket(staff: Visitor, student: Visitor, base = ""): Promise<void> {
  const subject = await openTicket(student.page, base);
  await expect(staff.page.getByRole("link", { name: subject })).toBeVisible();
}

function forgiveLostConnections(...visitors: Visitor[]): void {
  for (const { watch } of visitors) watch.forgiven.push(lostConnection);
}
