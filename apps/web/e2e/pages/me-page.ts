import type { Page } from "@playwright/test";

/** The person's own page: language, appearance, signing out. */
export class MePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto("/me");
  }

  async chooseLanguage(locale: "fi" | "en" | "sv"): Promise<void> {
    await this.page.locator("select:has(option[value=sv])").selectOption(locale);
  }

  async chooseTheme(theme: "system" | "light" | "dark"): Promise<void> {
    await this.page.locator(`input[name=theme][value=${theme}]`).check();
  }
}
