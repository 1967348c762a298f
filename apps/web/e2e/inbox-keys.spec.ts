import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { ComposePage } from "./pages/compose-page.ts";
import { InboxPage } from "./pages/inbox-page.ts";
import { test } from "./stack/test.ts";

const students: Record<string, string> = { desktop: "student44", phone: "student48" };

test("staff work through the inbox without a mouse, and may turn single keys off", async ({
  person,
}, { project }) => {
  const subject = `Keys ${randomUUID().slice(0, 8)}`;
  await ask((await person(students[project.name] ?? "student49")).page, subject);
  const { page } = await person("teacher");
  const inbox = new InboxPage(page);
  await inbox.open();
  await expect(inbox.row(subject)).toBeVisible();

  // The newest change is on top, so the first step reaches it.
  await page.keyboard.press("j");
  await expect(inbox.heading(subject)).toBeVisible();
  await page.keyboard.press("c");
  await expect(page.getByText("You took #")).toBeVisible();

  await page.keyboard.press("n");
  await expect(inbox.box("Internal note")).toBeFocused();
  await page.keyboard.type("jkcrne are letters here");
  await page.keyboard.press("Control+Enter");
  await expect(inbox.conversation.getByText("jkcrne are letters here")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await expect(inbox.box("Reply")).toBeFocused();
  await page.keyboard.type("Look at line 3.");
  await page.keyboard.press("Control+Enter");
  await expect(inbox.conversation.getByText("Look at line 3.")).toBeVisible();
  await page.keyboard.press("Escape");

  await turnKeysOff(page, inbox);
  await page.keyboard.press("e");
  await page.keyboard.press("?");
  await expect(inbox.keys).toBeVisible();
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await expect(inbox.done).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.getByText("is done")).toBeVisible();
  await expect(inbox.done).toHaveCount(0);
});

async function ask(page: Page, subject: string): Promise<void> {
  const compose = new ComposePage(page);
  await compose.open();
  await compose.fill({ subject, message: "Which line is it?" });
  await compose.send.click();
  await expect(page.getByRole("heading", { name: subject })).toBeVisible();
}

/** Focus starts on the switch, so that one key turns it. */
async function turnKeysOff(page: Page, inbox: InboxPage): Promise<void> {
  await page.keyboard.press("?");
  await expect(inbox.keys.getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await expect(inbox.keys).toHaveCount(0);
}
