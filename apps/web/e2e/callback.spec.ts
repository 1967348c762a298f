import { expect } from "@playwright/test";
import { demoPassword, test } from "./stack/test.ts";

test("does not follow a callback to another site", async ({ visitor }) => {
  const { page } = await visitor();
  for (const callbackUrl of ["https://evil.example/", "//evil.example", "/\\evil.example"]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?${new URLSearchParams({ callbackUrl })}`);
    await page.getByLabel("E-mail").fill("student@atrium.test");
    await page.getByLabel("Password").fill(demoPassword);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/");
  }
});
