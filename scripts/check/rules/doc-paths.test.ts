import { expect, it } from "vitest";
import { complaints } from "../testing/fixture.ts";
import { docPaths } from "./doc-paths.ts";

const tree = { "docs/testing.md": "", "docs/adr/0001-doors.md": "", "apps/web/server.ts": "" };

it("accepts what exists, from the root or from the document", async () => {
  const text = `See [tests](testing.md#kinds), [the decisions](./adr/), [home](../docs) and
[the web](https://example.org/nothing), \`apps/web/server.ts\`, \`adr/0001-doors.md\`,
\`apps/web/src/features/<domain>/list.tsx\`, \`next/link\` and [here](#below).
\`\`\`
[sample](gone.md)
\`\`\`
`;
  expect(await complaints(docPaths, { ...tree, "docs/operations.md": text })).toEqual([]);
});

it.each([
  ["[tests](tests.md)", "tests.md"],
  ["![picture](../images/inbox.png)", "../images/inbox.png"],
  ["[rule](adr/0002-gone.md#why)", "adr/0002-gone.md"],
  ["`apps/web/main.ts`", "apps/web/main.ts"],
  ["`apps/web/src/app/[id]/page.tsx`", "apps/web/src/app/[id]/page.tsx"],
])("refuses %s", async (text, target) => {
  expect(await complaints(docPaths, { ...tree, "docs/a.md": `# A\n\n${text}` })).toEqual([
    `docs/a.md:3 ${target} does not exist`,
  ]);
});
