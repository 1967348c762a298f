import { expect, it } from "vitest";
import { complaints } from "../testing/fixture.ts";
import { messageUse } from "./message-use.ts";

const messages = { "apps/web/messages/fi/tickets.json": '{"list":{"title":"a","empty":"b"}}' };
const path = "apps/web/src/features/tickets/list.tsx";
const says = (code: string) => complaints(messageUse, { ...messages, [path]: code });

it("accepts keys that exist, each under the nearest translator above", async () => {
  expect(
    await says(`function A() { const t = useTranslations("tickets"); return t("list.title"); }
async function B() { const t = await getTranslations({ locale, namespace: "tickets.list" });
  return t.rich("empty", tags) + other("nothing") + t(key) + t(\`list.\${key}\`); }
function C() { const t = useTranslations(); return t("tickets.list.title"); }
function D(name: string) { const t = useTranslations(name); return t("unknown"); }`),
  ).toEqual([]);
});

it.each([
  ['const t = useTranslations("tickets");\nt("list.gone")', "tickets.list.gone"],
  ['const t = useTranslations("tickets");\nt("list")', "tickets.list"],
  ['const t = await getTranslations("ticket");\nt.rich("list.title")', "ticket.list.title"],
  ["const say = useTranslations();\nsay('tickets.title')", "tickets.title"],
  ['const t = createTranslator({ messages, namespace: "tickets" });\nt("x")', "tickets.x"],
])("refuses %j", async (code, key) => {
  expect(await says(code)).toEqual([`${path}:2 no message has the key ${key}`]);
});
