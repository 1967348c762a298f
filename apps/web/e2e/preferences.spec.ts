import { expect } from "@playwright/test";
import { MePage } from "./pages/me-page.ts";
import { test } from "./stack/test.ts";

const students: Record<string, string> = { desktop: "student45", phone: "student46" };

test("language and appearance are kept, on the public page as well", async ({ person }, {
  project,
}) => {
  const { page } = await person(students[project.name] ?? "student47");
  const me = new MePage(page);
  const html = page.locator("html");
  await me.open();
  await me.chooseTheme("dark");
  await me.chooseLanguage("fi");
  await expect(html).toHaveAttribute("lang", "fi");
  for (const path of ["/", "/about"]) {
    await page.goto(path);
    await expect(html).toHaveAttribute("lang", "fi");
    await expect(html).toHaveAttribute("data-theme", "dark");
  }
  // On a device where no language was chosen the public page speaks the account's.
  await page.context().clearCookies({ name: "atrium.locale" });
  await page.goto("/about");
  await expect(html).toHaveAttribute("lang", "fi");
  await expect(page.getByRole("link", { name: "Takaisin Atriumiin" })).toBeVisible();
  await me.open();
  await me.chooseTheme("system");
  await expect(html).not.toHaveAttribute("data-theme", /.*/);
});

test("someone who is not signed in can choose a language", async ({ visitor }) => {
  const { page } = await visitor("en-GB");
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Suomi" }).click();
  await expect(page.getByRole("heading", { name: "Kirjaudu sisään" })).toBeVisible();
  await page.goto("/about");
  await expect(page.getByRole("heading", { name: "Tietoa Atriumista" })).toBeVisible();
});
