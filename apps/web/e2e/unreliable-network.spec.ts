import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { ComposePage } from "./pages/compose-page.ts";
import { ThreadPage } from "./pages/thread-page.ts";
import { apiPerson } from "./stack/api.ts";
import { test } from "./stack/test.ts";
import type { Watch } from "./stack/watch.ts";

const students: Record<string, string> = { desktop: "student41", phone: "student42" };

test("A17 a question whose answer is lost on the way is one ticket, however often it is sent", async ({
  person,
}, { project }) => {
  const { page, watch } = await person(students[project.name] ?? "student43");
  const compose = new ComposePage(page);
  const subject = `Lost answer ${randomUUID().slice(0, 8)}`;
  await compose.open();
  await compose.fill({ subject, message: "It works at home." });
  await page.reload();
  await expect(compose.subject).toHaveValue(subject);

  let sent = 0;
  await page.route("**/api/trpc/tickets.open*", async (route) => {
    sent += 1;
    if (sent > 1) return route.continue();
    // The server does its work; only what it says about it is lost.
    await route.fetch();
    await route.abort();
  });
  await compose.send.click();
  await expect(page.getByText("Everything you wrote is still here")).toBeVisible();
  await expect(compose.subject).toHaveValue(subject);
  await expect(compose.message).toHaveValue("It works at home.");
  forgiveLostRequests(watch);

  await compose.send.dblclick();
  await expect(page.getByRole("heading", { name: subject })).toBeVisible();
  await page.goto("/tickets");
  await expect(page.getByRole("link", { name: subject })).toHaveCount(1);
  await compose.open();
  await expect(compose.subject).toHaveValue("");
});

test("A17 a reply that fails stays in sight, outlives a reload and is posted once", async ({
  person,
}, { project }) => {
  const { page, watch } = await person(students[project.name] ?? "student43");
  const compose = new ComposePage(page);
  const thread = new ThreadPage(page);
  const mark = randomUUID().slice(0, 8);
  await compose.open();
  await compose.fill({ subject: `Reply ${mark}`, message: "The first post." });
  await compose.send.click();
  await expect(thread.post("The first post.")).toBeVisible();

  let sent = 0;
  await page.route("**/api/trpc/tickets.reply*", async (route) => {
    sent += 1;
    if (sent > 1) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await thread.reply.fill(`Also at ${mark}`);
  await thread.send.click();
  await expect(thread.unsent).toBeVisible();
  await page.reload();
  await expect(thread.unsent).toBeVisible();
  forgiveLostRequests(watch);

  await thread.retry.click();
  await expect(thread.unsent).toHaveCount(0);
  await expect(thread.post(`Also at ${mark}`)).toHaveCount(1);
  await page.reload();
  await expect(thread.post(`Also at ${mark}`)).toHaveCount(1);
});

test("A17 replies that fail in two tabs are both kept, and a tab forgets what the other has sent", async ({
  person,
}) => {
  const { page, watch } = await person("student60");
  const compose = new ComposePage(page);
  const mark = randomUUID().slice(0, 8);
  await compose.open();
  await compose.fill({ subject: `Two tabs ${mark}`, message: "The first post." });
  await compose.send.click();
  await expect(new ThreadPage(page).post("The first post.")).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(page.url());

  let lost = true;
  await page
    .context()
    .route("**/api/trpc/tickets.reply*", (route) => (lost ? route.abort() : route.continue()));
  for (const [tab, text] of [
    [page, "From one"],
    [other, "From two"],
  ] as const) {
    const thread = new ThreadPage(tab);
    await thread.reply.fill(text);
    await thread.send.click();
    await expect(thread.unsent).toBeVisible();
  }
  await page.reload();
  await other.reload();
  for (const tab of [page, other]) await expect(new ThreadPage(tab).unsent).toHaveCount(2);
  forgiveLostRequests(watch);

  lost = false;
  const thread = new ThreadPage(page);
  await thread.retry.first().click();
  await expect(thread.unsent).toHaveCount(1);
  await thread.retry.click();
  for (const tab of [page, other]) {
    await expect(new ThreadPage(tab).unsent).toHaveCount(0);
    for (const text of ["From one", "From two"])
      await expect(new ThreadPage(tab).post(text)).toHaveCount(1);
  }
});

test("A22 a post that could not be marked as seen is marked as soon as it can", async ({
  person,
}) => {
  const [student, assistant] = [await apiPerson("student61"), await apiPerson("assistant")];
  const me = await student.api.session.me.query();
  const { id: ticketId } = await student.api.tickets.open.mutate({
    ...{ courseId: me?.courses[0]?.courseId ?? "", language: "en" as const },
    ...{ subject: "Seen", message: "The first post.", clientKey: randomUUID() },
  });
  await assistant.api.tickets.claim.mutate({ ticketId });
  const answer = { ticketId, message: "The answer.", clientKey: randomUUID() };
  await assistant.api.tickets.reply.mutate(answer);

  const { page, watch } = await person("student61");
  let lost = 0;
  await page.route("**/api/trpc/tickets.markSeen*", (route) => {
    lost += 1;
    return lost === 1 ? route.abort() : route.continue();
  });
  await page.goto(`/tickets/${ticketId}`);
  const unread = async () => (await student.api.tickets.get.query({ ticketId })).unread;
  await expect.poll(unread).toBe(0);
  expect(lost).toBe(2);
  forgiveLostRequests(watch);
});

test("a page says that it is offline, and updates when the network is back", async ({ person }, {
  project,
}) => {
  const { page, watch } = await person(students[project.name] ?? "student43");
  await page.goto("/tickets");
  await expect(page.getByRole("heading", { name: "Support" })).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText("You are offline")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("You are offline")).toHaveCount(0);
  forgiveLostRequests(watch);
});

/** The browser reports each request the test has cut off. */
function forgiveLostRequests(watch: Watch): void {
  const others = watch.faults.splice(0).filter((fault) => !/net::ERR_/.test(fault));
  expect(others).toEqual([]);
}
