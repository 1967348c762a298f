import { expect } from "@playwright/test";
import { signIn, test } from "./stack/test.ts";
import { expectAccessible } from "./stack/watch.ts";

test("shows the public page from the cache, with its scripts allowed and running", async ({
  visitor,
}) => {
  const { page } = await visitor("sv-SE");
  const response = await page.goto("/about");
  expect(response?.headers()["cache-control"]).toContain("public");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("'sha256-");
  expect(policy).not.toMatch(/nonce|unsafe/);
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  // React marks the elements it has taken over.
  const hydrated = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("body *")].some((element) =>
        Object.keys(element).some((key) => key.startsWith("__react")),
      ),
    );
  await expect.poll(hydrated).toBe(true);
  await expectAccessible(page);
});

test("gives a signed-in reader the same public page as everybody", async ({ visitor, request }) => {
  const { page } = await visitor();
  const before = await (await request.get("/about")).text();
  await signIn(page, "assistant@atrium.test");
  const after = await page.request.get("/about");
  expect((await after.text()) === before).toBe(true);
  expect(after.headers()["set-cookie"]).toBeUndefined();
});
