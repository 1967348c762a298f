import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import { InboxPage } from "./pages/inbox-page.ts";
import { apiPerson } from "./stack/api.ts";
import { test } from "./stack/test.ts";
import { expectAccessible, openLive } from "./stack/watch.ts";

test("three panes keep to the screen, however many tickets there are", async ({ person }) => {
  const mark = randomUUID().slice(0, 8);
  const ids = await ask("student61", 60, mark);
  const teacher = await person("teacher");
  const { page } = teacher;
  const inbox = new InboxPage(page);
  // Keys pressed before the page's script runs would be lost.
  await openLive(teacher, "/inbox");
  for (let step = 1; step <= 30; step += 1) await page.keyboard.press("j");
  await expect(page).toHaveURL(new RegExp(`${ids.at(-30)}$`));
  await expect(inbox.heading(`${mark} 31`)).toBeVisible();
  await expect(inbox.row(`${mark} 31`)).toBeInViewport({ ratio: 1 });

  await page.keyboard.press("r");
  await page.keyboard.type("line\n".repeat(40));
  for (const part of [inbox.claim, inbox.box("Reply"), page.getByRole("button", { name: "Send" })])
    await expect(part).toBeInViewport({ ratio: 1 });
  await expectPageStill(page);
  await expectAccessible(page);
});

test("a long thread opens at its newest post, below the header and above the box", async ({
  person,
}) => {
  const mark = randomUUID().slice(0, 8);
  const [ticketId = ""] = await ask("student62", 1, mark);
  const { api } = await apiPerson("teacher");
  await api.tickets.claim.mutate({ ticketId });
  for (let each = 1; each <= 12; each += 1) {
    const message = `Post ${each}\n\nsecond line\n\nthird line`;
    await api.tickets.reply.mutate({ ticketId, message, clientKey: randomUUID() });
  }
  const { page } = await person("teacher");
  const inbox = new InboxPage(page);
  await page.goto(`/inbox/${ticketId}?view=mine`);
  await expect(inbox.conversation.getByText("Post 12")).toBeInViewport({ ratio: 1 });
  await expect(inbox.done).toBeInViewport({ ratio: 1 });
  await expectPageStill(page);

  // On a phone the page itself scrolls, and the bar at the bottom is over it.
  const student = (await person("student62")).page;
  await student.setViewportSize({ width: 320, height: 640 });
  await student.goto(`/tickets/${ticketId}`);
  const bar = student.getByRole("navigation", { name: "Main" });
  const send = student.getByRole("button", { name: "Send", exact: true });
  await expect.poll(async () => (await bottomOf(send)) <= (await topOf(bar))).toBe(true);
});

test("done is undone from the notice, or by opening the ticket again", async ({ person }) => {
  const mark = randomUUID().slice(0, 8);
  const [ticketId] = await ask("student63", 1, mark);
  const { page } = await person("assistant");
  const inbox = new InboxPage(page);
  await page.goto(`/inbox/${ticketId}`);
  for (const undo of ["Undo", "Reopen"]) {
    await inbox.done.click();
    await page.getByRole("button", { name: undo }).click();
    await expect(page.getByText("is open again").first()).toBeVisible();
    await expect(inbox.done).toBeVisible();
  }
});

test("what was half written stays when a colleague takes the ticket", async ({ person }) => {
  const mark = randomUUID().slice(0, 8);
  const [ticketId = ""] = await ask("student64", 1, mark);
  const assistant = await person("assistant");
  await openLive(assistant, `/inbox/${ticketId}`);
  // The refusals are what the browser reports here.
  assistant.watch.forgiven.push(/status of (404|409)/);
  const inbox = new InboxPage(assistant.page);
  await inbox.box("Reply").fill("Half an answer");

  const colleague = await apiPerson("assistant2");
  const { assignee } = await colleague.api.tickets.claim.mutate({ ticketId });
  await expect(assistant.page.getByText(`${assignee?.name} took this`)).toBeVisible();
  await expect(assistant.page.getByLabel("Your reply, not sent")).toHaveValue("Half an answer");
  await expectAccessible(assistant.page);
});

/** Opens tickets one after the other; answers their ids in that order. */
async function ask(name: string, count: number, mark: string): Promise<string[]> {
  const { api } = await apiPerson(name);
  const course = (await api.session.me.query())?.courses.find(({ code }) => code === "521141P");
  if (!course) throw new Error(`${name} is not on the course`);
  const ids: string[] = [];
  for (let each = 1; each <= count; each += 1) {
    const { id } = await api.tickets.open.mutate({
      ...{ courseId: course.courseId, subject: `${mark} ${each}`, message: "Which line is it?" },
      ...{ language: "en", clientKey: randomUUID() },
    });
    ids.push(id);
  }
  return ids;
}

async function expectPageStill(page: Page): Promise<void> {
  const heights = await page.evaluate(() => [
    document.documentElement.scrollHeight - window.innerHeight,
    window.scrollY,
  ]);
  expect(heights).toEqual([0, 0]);
}

async function topOf(element: Locator): Promise<number> {
  return (await element.boundingBox())?.y ?? Number.NaN;
}

async function bottomOf(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  return box ? box.y + box.height : Number.NaN;
}
