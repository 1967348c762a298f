import { expect, it } from "vitest";
import { complaints } from "../testing/fixture.ts";
import { todoOwner } from "./todo-owner.ts";

const todo = ["TO", "DO"].join("");
const fixme = ["FIX", "ME"].join("");

it("accepts a mark with an owner, and the word outside comments", async () => {
  const files = {
    "a.ts": `// ${todo}(maija): drop when the term ends\nconst label = "${todo}";`,
    "b.md": `A ${todo} without an owner fails.`,
  };
  expect(await complaints(todoOwner, files)).toEqual([]);
});

it.each([
  ["a.ts", `const a = 1;\n// ${todo}: later`, 2, todo],
  ["a.tsx", `/* ${fixme} */`, 1, fixme],
  ["a.sql", `-- ${todo} index`, 1, todo],
  ["a.yaml", `# ${todo}(): who?`, 1, todo],
])("refuses one without in %s", async (path, text, line, mark) => {
  const complaint = `${path}:${line} ${mark} without an owner: write ${mark}(name)`;
  expect(await complaints(todoOwner, { [path]: text })).toEqual([complaint]);
});
