import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { apiPerson } from "./stack/api.ts";
import { signIn, test, type Visitor } from "./stack/test.ts";
import { countReady, openLive, watchStreams } from "./stack/watch.ts";

const tabCount = 8;

test("eight tabs of one person share one stream, and go on when the tab that has it is closed", async ({
  person,
}) => {
  const assistant = await person("assistant");
  const { page: first, watch } = assistant;
  await openLive(assistant, "/inbox");
  const streams = countReady(watch);
  const others: Page[] = [];
  while (others.length < tabCount - 1) others.push(await openTab(assistant, "/inbox"));
  await expectAllLive([first, ...others]);
  expect(countReady(watch)).toBe(streams);

  await first.close();
  // The next tab opens a stream of its own for all that are left.
  await expect.poll(() => countReady(watch)).toBe(streams + 1);
  await expectAllLive(others);
});

test("the streams of two people do not mix", async ({ person }) => {
  const [assistant, student] = [await person("assistant"), await person("student54")];
  await openLive(student, "/tickets");
  await openLive(assistant, "/inbox");
  const before = student.watch.events.length;
  await expectAllLive([assistant.page]);
  expect(student.watch.events.slice(before).filter((event) => event.includes("ticket"))).toEqual(
    [],
  );
});

test("signing out ends the other tabs, and the next person in the browser gets their own stream", async ({
  person,
}) => {
  const lab = await person("assistant");
  await openLive(lab, "/me");
  const left = await openTab(lab, "/inbox");
  // What the other tab was just reading when the session ended is refused.
  lab.watch.forgiven.push(/status of 401/);
  await lab.page.getByRole("button", { name: "Sign out" }).click();
  await expect(lab.page).toHaveURL("/sign-in");
  await expect(left).toHaveURL(/\/sign-in\?callbackUrl=%2Finbox/);

  // A tab of an earlier person that missed it is told when the next one signs in.
  await signIn(lab.page, "student55@atrium.test");
  await openLive(lab, "/tickets");
  const before = lab.watch.events.length;
  await ask("student56");
  const own = await ask("student55");
  await expect(lab.page.getByRole("link", { name: own.subject })).toBeVisible();
  const heard = lab.watch.events.slice(before).filter((event) => event.includes("ticketId"));
  expect(heard.length).toBeGreaterThan(0);
  for (const event of heard) expect(event).toContain(own.id);
});

async function openTab({ page, watch }: Visitor, path: string): Promise<Page> {
  const tab = await page.context().newPage();
  await watchStreams(tab, watch);
  await tab.goto(path);
  await expect(tab.getByRole("heading", { level: 1 })).toBeAttached();
  return tab;
}

async function expectAllLive(tabs: Page[]): Promise<void> {
  const { subject } = await ask("student57");
  for (const tab of tabs) await expect(tab.getByRole("link", { name: subject })).toBeVisible();
}

/** Asks for help as somebody, somewhere else. */
async function ask(name: string) {
  const { api } = await apiPerson(name);
  const me = await api.session.me.query();
  const course = me?.courses.find(({ code }) => code === "521141P");
  return api.tickets.open.mutate({
    ...{ courseId: course?.courseId ?? "", language: "en" as const, clientKey: randomUUID() },
    ...{ subject: `Shared ${randomUUID().slice(0, 8)}`, message: "Does this reach every tab?" },
  });
}
