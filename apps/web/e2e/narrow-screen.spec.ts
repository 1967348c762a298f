import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { apiPerson } from "./stack/api.ts";
import { test } from "./stack/test.ts";
import { expectAccessible } from "./stack/watch.ts";

test("A58 on 320 by 640 pixels everything can be reached, and the bar covers nothing", async ({
  person,
}) => {
  const student = await apiPerson("student59");
  const me = await student.api.session.me.query();
  const ticket = await student.api.tickets.open.mutate({
    ...{ courseId: me?.courses[0]?.courseId ?? "", language: "en" as const },
    ...{ subject: "Narrow", message: "Line\n\n".repeat(40), clientKey: randomUUID() },
  });
  const { page } = await person("assistant");
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/", "/me", "/inbox", `/inbox/${ticket.id}`, "/tickets/new"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
    await expectAccessible(page);
    expect(await coveredControls(page), path).toEqual([]);
    // On a usual phone the bar stays, and what has focus must not lie under it.
    await page.setViewportSize({ width: 390, height: 700 });
    expect(await coveredControls(page), path).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(sideways, path).toBeLessThanOrEqual(320);
  }
});

/** Brings each control into view by focus, as the keyboard does, and names those something lies over. */
async function coveredControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      "main :is(a, button, input, select, textarea)",
    );
    const covered: string[] = [];
    for (const control of controls) {
      if (!control.checkVisibility()) continue;
      control.focus();
      const { left, top, width, height } = control.getBoundingClientRect();
      if (width === 0 || document.activeElement !== control) continue;
      const ends = [top + 2, top + height / 2, top + height - 2];
      const hit = ends.map((y) => document.elementFromPoint(left + width / 2, y));
      if (hit.some((element) => !element || !related(element, control))) {
        covered.push(control.outerHTML.slice(0, 120));
      }
    }
    return covered;

    function related(a: Element, b: Element) {
      return a.contains(b) || b.contains(a);
    }
  });
}
