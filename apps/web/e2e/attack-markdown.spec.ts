import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { apiPerson } from "./stack/api.ts";
import { test } from "./stack/test.ts";

/** Every way in that a text has had somewhere; each sets a mark on the window if it runs. */
const attack = [
  `<script>window.attacked = "script"</script>`,
  `<img src=x onerror="window.attacked = 'img'">`,
  `<svg onload="window.attacked='svg'"><a xlink:href="javascript:window.attacked=1">x</a></svg>`,
  `<iframe srcdoc="<script>parent.attacked = 1</script>"></iframe>`,
  `[click me](javascript:window.attacked='link') and <javascript:window.attacked=2>`,
  `[data](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==) [odd](JaVaScRiPt&colon;alert(1))`,
  `![pixel](https://evil.example/pixel.png) [ref]\n\n[ref]: vbscript:msgbox(1)`,
  `<style>body { display: none }</style><form action="https://evil.example"><button>Go</button></form>`,
  "Inline `vector<int>` and\n\n```cpp\nvector<int> a; // </code><script>window.attacked = 3</script>\n```",
].join("\n\n");

test("A34 a text full of attacks runs nothing and stays readable, for the student and the staff", async ({
  person,
}) => {
  const [student, assistant] = [await apiPerson("student58"), await apiPerson("assistant")];
  const me = await student.api.session.me.query();
  const ticket = await student.api.tickets.open.mutate({
    ...{ courseId: me?.courses[0]?.courseId ?? "", language: "en" as const },
    ...{ subject: "<script>window.attacked=0</script>", message: attack, clientKey: randomUUID() },
  });
  const ticketId = ticket.id;
  await assistant.api.tickets.claim.mutate({ ticketId });
  const posted = { ticketId, message: attack, clientKey: randomUUID() };
  await assistant.api.tickets.reply.mutate(posted);
  await assistant.api.tickets.addNote.mutate({ ...posted, clientKey: randomUUID() });

  // Console errors fail the test, and the policy's refusals are among them: nothing may even be tried.
  const [reader, staff] = [await person("student58"), await person("assistant")];
  await expectHarmless(reader.page, `/tickets/${ticketId}`, 2);
  await expectHarmless(staff.page, `/inbox/${ticketId}?view=mine`, 3);
});

async function expectHarmless(page: Page, path: string, texts: number): Promise<void> {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(path);
  const posts = page.getByRole("region", { name: "Conversation" }).getByRole("article");
  await expect(posts).toHaveCount(texts);
  for (const post of await posts.all()) {
    await expect(post.getByText("vector<int>", { exact: true })).toBeVisible();
    await expect(post.locator("pre").last()).toContainText("vector<int> a; // </code><script>");
    await expect(post).toContainText("click me");
    await expect(post).toContainText("<script>window.attacked");
    await post.getByText("click me").click();
    await expect(post.locator("img, script, svg[onload], iframe, style, form, input")).toHaveCount(
      0,
    );
    const links = await post
      .locator("a")
      .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    for (const href of links) expect(href ?? "").toMatch(/^(https?:|mailto:|#|$)/);
  }
  expect(await page.evaluate(() => "attacked" in window)).toBe(false);
  expect(new URL(page.url()).pathname).toBe(new URL(path, page.url()).pathname);
  expect(asked.filter((url) => url.includes("evil"))).toEqual([]);
}
