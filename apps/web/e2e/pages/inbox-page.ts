import { expect, type Locator, type Page } from "@playwright/test";

/** The inbox of staff: views, list and thread. */
export class InboxPage {
  readonly page: Page;
  readonly conversation: Locator;
  readonly claim: Locator;
  readonly done: Locator;
  readonly keys: Locator;

  constructor(page: Page) {
    this.page = page;
    this.conversation = page.getByRole("region", { name: "Conversation" });
    this.claim = page.getByRole("button", { name: "Claim" });
    this.done = page.getByRole("button", { name: "Done" });
    this.keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  }

  async open(): Promise<void> {
    await this.page.goto("/inbox");
    await expect(this.page.getByRole("heading", { name: "Inbox", level: 1 })).toBeAttached();
  }

  row(subject: string): Locator {
    return this.page.getByRole("list", { name: "Tickets" }).getByRole("link", { name: subject });
  }

  heading(subject: string): Locator {
    return this.page.getByRole("heading", { name: subject });
  }

  box(kind: "Reply" | "Internal note"): Locator {
    return this.page.getByRole("textbox", { name: kind });
  }
}
