import { expect, type Locator, type Page } from "@playwright/test";

/** The form that asks the staff of a course for help. */
export class ComposePage {
  readonly page: Page;
  readonly subject: Locator;
  readonly message: Locator;
  readonly send: Locator;

  constructor(page: Page) {
    this.page = page;
    this.subject = page.getByLabel("Subject");
    this.message = page.getByLabel("Message");
    this.send = page.getByRole("button", { name: "Send", exact: true });
  }

  async open(): Promise<void> {
    await this.page.goto("/tickets/new");
    await expect(this.page.getByRole("heading", { name: "Ask for help" })).toBeVisible();
  }

  /** Whoever is on one course only has none to choose. */
  async fill(question: { subject: string; message: string }): Promise<void> {
    const course = this.page.getByLabel("Course");
    if ((await course.count()) > 0) await course.selectOption({ index: 1 });
    await this.subject.fill(question.subject);
    await this.message.fill(question.message);
  }
}
