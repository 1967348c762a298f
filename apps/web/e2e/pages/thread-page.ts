import type { Locator, Page } from "@playwright/test";

/** One ticket with its conversation, as its opener sees it. */
export class ThreadPage {
  readonly page: Page;
  readonly conversation: Locator;
  readonly reply: Locator;
  readonly send: Locator;
  readonly unsent: Locator;
  readonly retry: Locator;

  constructor(page: Page) {
    this.page = page;
    this.conversation = page.getByRole("region", { name: "Conversation" });
    this.reply = page.getByRole("textbox", { name: "Your reply" });
    this.send = page.getByRole("button", { name: "Send", exact: true });
    this.unsent = this.conversation.getByText("Not sent");
    this.retry = this.conversation.getByRole("button", { name: "Try again" });
  }

  post(text: string): Locator {
    return this.conversation.getByRole("article").filter({ hasText: text });
  }
}
