import { randomUUID } from "node:crypto";
import { expect, type Page, type Route } from "@playwright/test";
import { mailsTo, waitForMail } from "./stack/mailbox.ts";
import { test, type Visitor } from "./stack/test.ts";
import { textOf } from "./stack/texts.ts";
import { expectAccessible, openLive } from "./stack/watch.ts";

/** A student of one project's run does not meet the tickets of the other's. */
const students: Record<string, string> = { desktop: "student31", phone: "student32" };

test("A8 A14 a question is asked, claimed once, answered live and by mail, and the note stays inside", async ({
  person,
}, { project }) => {
  test.setTimeout(180_000);
  const name = students[project.name] ?? "student33";
  const mark = randomUUID().slice(0, 8);
  const subject = `Segfault ${mark}`;
  const note = `Secret ${mark}: check the plagiarism report`;
  const answer = `The index runs one too far, ${mark}`;

  const student = await person(name);
  await chooseSwedish(student.page);
  const staff = [await person("assistant"), await person("assistant2")] as const;
  for (const assistant of staff) await openLive(assistant, "/inbox");

  await askForHelp(student, subject);
  const ticketPath = new URL(student.page.url()).pathname;
  await expectAccessible(student.page);

  for (const { page } of staff) {
    const row = page.getByRole("link", { name: subject });
    await expect(row).toBeVisible();
    await expectAccessible(page);
    await row.click();
    await expect(page.getByRole("heading", { name: subject })).toBeVisible();
  }

  const { winner, loser, winnerName } = await claimAtOnce(staff);
  await expect(loser.page.getByText(`${winnerName} took this first`).first()).toBeVisible();
  await expect(loser.page.getByRole("link", { name: subject })).toHaveCount(0);
  // An assistant does not see what another has taken. The refusals are what the browser reports here.
  loser.watch.forgiven.push(/status of (409|404)/);
  await expect(loser.page.getByRole("button", { name: /^Claim/ })).toHaveCount(0);
  await expect(loser.page.getByText("This did not work")).toHaveCount(0);
  await expectAccessible(loser.page);
  await expect(
    student.page.getByText(textOf("sv", "tickets", "row.answers", { name: winnerName })),
  ).toBeVisible();

  const eventsBefore = student.watch.events.filter(aboutTickets).length;
  await write(winner.page, "Internal note", note, "Save note");
  await expect(winner.page.getByText(note)).toBeVisible();
  await expectAccessible(winner.page);
  expect(student.watch.events.filter(aboutTickets)).toHaveLength(eventsBefore);

  await write(winner.page, "Reply", answer, "Send");
  await expect(student.page.getByText(answer)).toBeVisible();
  expect(new URL(student.page.url()).pathname).toBe(ticketPath);
  expect(await student.page.evaluate(() => "sameDocument" in window)).toBe(true);
  await expectAccessible(student.page);

  const mail = await waitForMail(`${name}@atrium.test`, subject);
  expect(mail.text).toContain(`${winnerName} svarade på din fråga`);
  expect(mail.html).toContain(answer);
  expect(mail.html).toContain(ticketPath);

  await expectNowhere(student, `${name}@atrium.test`, `Secret ${mark}`);
});

/** The language of the pages and of the mails, as a person sets it. */
async function chooseSwedish(page: Page): Promise<void> {
  await page.goto("/me");
  await page.locator("select:has(option[value=sv])").selectOption("sv");
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expectAccessible(page);
}

async function askForHelp(student: Visitor, subject: string): Promise<void> {
  const { page } = student;
  await openLive(student, "/tickets/new");
  await expectAccessible(page);
  await page.locator("#subject").fill(subject);
  await page.locator("#message").fill("My loop crashes at `a[n]`.");
  await page.getByRole("button", { name: textOf("sv", "tickets", "new.submit") }).click();
  await expect(page).toHaveURL(/\/tickets\/[0-9a-f-]{36}$/);
  // A page that was loaded anew would not have this.
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
}

/** Holds both claims in the browser until both have been pressed, and then lets them race. */
async function claimAtOnce(staff: readonly [Visitor, Visitor]) {
  const { promise: bothPressed, resolve: release } = Promise.withResolvers<void>();
  let pressed = 0;
  const hold = async (route: Route) => {
    pressed += 1;
    if (pressed === 2) release();
    await bothPressed;
    await route.continue();
  };
  for (const { page } of staff) await page.route("**/api/trpc/tickets.claim*", hold);
  const statuses = await Promise.all(
    staff.map(async ({ page }) => {
      const answered = page.waitForResponse("**/api/trpc/tickets.claim*");
      await page.getByRole("button", { name: /^Claim/ }).click();
      return (await answered).status();
    }),
  );
  expect([...statuses].sort()).toEqual([200, 409]);
  const [winner, loser] = statuses[0] === 200 ? staff : ([staff[1], staff[0]] as const);
  return { winner, loser, winnerName: await ownName(winner.page) };
}

async function ownName(page: Page): Promise<string> {
  const response = await page.request.get("/api/trpc/session.me");
  const { result } = (await response.json()) as {
    result: { data: { firstName: string; lastName: string } };
  };
  return `${result.data.firstName} ${result.data.lastName}`;
}

async function write(page: Page, tab: string, message: string, submit: string): Promise<void> {
  await page.getByRole("tab", { name: tab }).click();
  const box = page.getByRole("tabpanel").getByRole("textbox");
  await box.fill(message);
  await page.getByRole("tabpanel").getByRole("button", { name: submit }).click();
}

function aboutTickets(event: string): boolean {
  return event.includes('"type":"ticket"');
}

async function expectNowhere(student: Visitor, address: string, secret: string): Promise<void> {
  await student.page.reload();
  await expect(student.page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await student.page.content()).not.toContain(secret);
  expect(student.watch.bodies.length).toBeGreaterThan(5);
  expect(student.watch.events.length).toBeGreaterThan(0);
  expect([...student.watch.bodies, ...student.watch.events].join("\n")).not.toContain(secret);
  expect(JSON.stringify(await mailsTo(address))).not.toContain(secret);
}
