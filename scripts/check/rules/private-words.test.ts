import { expect, it } from "vitest";
import { complaints } from "../testing/fixture.ts";
import { privateWords } from "./private-words.ts";

const work = ["", "work", ""].join("/");
const root = ["", "root", ""].join("/");
const registry = ["https:/", "registry.example.org", ""].join("/");

it("accepts folders of the project and addresses of documents", async () => {
  const files = {
    "a.ts": `import "./root${work}b.ts"; const c = "\${base}${work}";`,
    "b.md": "https://www.npmjs.com/package/knip, https://example.org/framework/work/root",
    ".npmrc": "auto-install-peers=true\n",
  };
  expect(await complaints(privateWords, files)).toEqual([]);
});

it.each([
  ["docs/a.md", `Look in ${work}main.`, "a folder of one machine"],
  ["a.ts", `const a = "${root}.cache";`, "a folder of one machine"],
  [".npmrc", `registry=${registry}`, "the address of a package registry"],
  [
    "pnpm-lock.yaml",
    `  resolution: {tarball: ${registry}a.tgz}`,
    "the address of a package registry",
  ],
  ["pnpm-lock.yaml", "    tarball: http://10.0.0.1/a.tgz", "a pinned tarball address"],
])("refuses them in %s", async (path, text, message) => {
  expect(await complaints(privateWords, { [path]: `\n${text}` })).toContain(`${path}:2 ${message}`);
});
