import { expect } from "@playwright/test";
import { demoPassword, test } from "./stack/test.ts";
import { expectAccessible } from "./stack/watch.ts";

test("signs in, comes back to the page asked for, and signs out for good", async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto("/tickets");
  await expect(page).toHaveURL("/sign-in?callbackUrl=%2Ftickets");
  await expectAccessible(page);
  await page.getByLabel("E-mail").fill("student@atrium.test");
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/tickets");
  await expectAccessible(page);

  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === "atrium.session");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });

  await page.goto("/me");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");
  await page.goto("/tickets");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("refuses a wrong password and an unknown address alike, in the reader's language", async ({
  visitor,
}) => {
  const { page, watch } = await visitor("fi-FI");
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "fi");
  for (const email of ["student@atrium.test", "nobody@atrium.test"]) {
    await page.getByLabel("Sähköpostiosoite").fill(email);
    await page.getByLabel("Salasana").fill("wrong");
    const answer = page.waitForResponse("**/api/auth/callback/credentials");
    await page.getByRole("button", { name: "Kirjaudu sisään" }).click();
    expect((await answer).status()).toBe(401);
    await expect(page.getByText("eivät täsmää")).toBeVisible();
    await expectAccessible(page);
  }
  // The browser itself reports a 401; nothing else may be wrong.
  watch.forgiven.push(/status of 401/);
});
