import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patience, writeFiles } from "../testing/fixture.ts";
import { openTree } from "../tree.ts";
import { dependencies } from "./dependencies.ts";

/** The rule that must refuse the arrow, the file it starts at, and what that file imports. */
type Arrow = [rule: string, from: string, specifier: string];

const src = "packages/domain/src";

const refused: Arrow[] = [
  ["domain-kernel", `${src}/kernel/ids.ts`, "../identity/access.ts"],
  ["domain-identity", `${src}/identity/queries.ts`, "../threads/access.ts"],
  ["domain-threads", `${src}/threads/queries.ts`, "../tickets/access.ts"],
  ["domain-tickets", `${src}/tickets/queries.ts`, "../messaging/access.ts"],
  ["domain-messaging", `${src}/messaging/queries.ts`, "../tickets/access.ts"],
  ["domain-events", `${src}/events/queries.ts`, "../orders/access.ts"],
  ["domain-orders", `${src}/orders/queries.ts`, "../check-in/access.ts"],
  ["domain-check-in", `${src}/check-in/queries.ts`, "../tickets/access.ts"],
  ["domain-tickets", `${src}/tickets/rules.ts`, "../notifications/access.ts"],
  ["domain-notifications", `${src}/notifications/queries.ts`, "../insights/access.ts"],
  ["domain-insights", `${src}/insights/queries.ts`, "../tickets/access.ts"],
  ["ui-alone", "packages/ui/src/button.tsx", "@atrium/domain/tickets/schema"],
  ["db-lowest", "packages/db/src/migrate.ts", "@atrium/domain/tickets/schema"],
  ["domain-to-db", `${src}/tickets/jobs.ts`, "@atrium/api/root"],
  ["api-to-domain", "packages/api/src/bad-ui.ts", "@atrium/ui/card"],
  ["api-to-domain", "packages/api/src/bad-tables.ts", "@atrium/db/schema/tickets"],
  ["web-domain", "apps/web/src/features/tickets/bad-read.ts", "@atrium/domain/tickets/access"],
  ["web-domain", "apps/web/src/server/bad-command.ts", "@atrium/domain/tickets/access"],
  ["web-api-types", "apps/web/src/features/tickets/bad-call.ts", "@atrium/api/root"],
  ["web-database", "apps/web/src/features/tickets/bad-pool.ts", "@atrium/db/client"],
  ["worker-packages", "apps/worker/src/bad-door.ts", "@atrium/api/root"],
  ["apps-are-tops", "apps/worker/src/bad-app.ts", "../../web/src/features/tickets/form.tsx"],
  ["apps-are-tops", "scripts/bad-app.ts", "../apps/web/src/features/tickets/form.tsx"],
  ["tools-are-tops", "packages/db/src/bad-tool.ts", "../../../scripts/seed.ts"],
  ["drizzle-in-db-and-domain", "packages/api/src/bad-sql.ts", "drizzle-orm/pg-core"],
  ["drizzle-in-db-and-domain", "apps/worker/src/bad-sql.ts", "drizzle-orm"],
  ["trpc-server-in-doors", "apps/web/src/trpc/bad-server.ts", "@trpc/server"],
  ["trpc-server-in-doors", `${src}/kernel/bad-trpc.ts`, "@trpc/server"],
  ["next-in-web", "packages/ui/src/bad-link.tsx", "next/link"],
  ["next-in-web", `${src}/kernel/bad-next.ts`, "next"],
  ["react-in-views", "apps/worker/src/bad-react.ts", "react"],
  ["react-in-views", `${src}/kernel/bad-react.ts`, "react"],
  ["routes-compose", "apps/web/src/app/bad-read/page.tsx", "@atrium/api/root"],
  ["routes-compose", "apps/web/src/app/bad-query/page.tsx", "@tanstack/react-query"],
  ["routes-are-tops", "apps/web/src/features/tickets/bad-route.ts", "@/app/page"],
  ["browser-safe-files", `${src}/events/schema.ts`, "drizzle-orm"],
  ["browser-safe-files", `${src}/events/errors.ts`, "../kernel/context.ts"],
  ["pure-files", `${src}/events/rules.ts`, "./access.ts"],
  ["production-without-tests", `${src}/events/jobs.ts`, "../../testing/factories/build-user.ts"],
  ["production-without-tests", "apps/web/src/env.ts", "@atrium/db/testing/test-database"],
  ["no-circular", `${src}/kernel/circle-a.ts`, "./circle-b.ts"],
  ["no-unresolvable", `${src}/kernel/bad-path.ts`, "./gone.ts"],
  ["no-dev-dependency", "apps/worker/src/bad-dev.ts", "dev-tool"],
];

/** The good twins: the same places, and the arrows that are drawn. */
const drawn: [from: string, specifier: string][] = [
  [`${src}/identity/access.ts`, "../kernel/context.ts"],
  [`${src}/threads/access.ts`, "../identity/access.ts"],
  [`${src}/tickets/access.ts`, "../threads/access.ts"],
  [`${src}/messaging/access.ts`, "../threads/access.ts"],
  [`${src}/events/access.ts`, "../identity/access.ts"],
  [`${src}/orders/access.ts`, "../events/access.ts"],
  [`${src}/check-in/access.ts`, "../orders/access.ts"],
  [`${src}/notifications/access.ts`, "../tickets/access.ts"],
  [`${src}/insights/access.ts`, "@atrium/db/schema/tickets"],
  [`${src}/identity/schema.ts`, "../kernel/locale.ts"],
  [`${src}/tickets/schema.ts`, "../identity/schema.ts"],
  [`${src}/tickets/access.db.test.ts`, "../../testing/factories/build-user.ts"],
  ["packages/api/src/root.ts", "@atrium/domain/tickets/access"],
  ["packages/api/src/context.ts", "@atrium/db/client"],
  ["packages/api/test/matrix.test.ts", "@atrium/db/testing/test-database"],
  ["apps/web/playwright.config.ts", "@atrium/db/testing/test-database"],
  ["apps/web/server.ts", "@atrium/db/client"],
  ["apps/web/src/server/runtime.ts", "@atrium/api/root"],
  ["apps/web/src/trpc/links.types.ts", "@atrium/api/root"],
  ["apps/web/src/features/tickets/form.tsx", "@atrium/domain/tickets/schema"],
  ["apps/web/src/features/tickets/list.tsx", "@atrium/ui/card"],
  ["apps/web/src/app/new/page.tsx", "@atrium/domain/tickets/schema"],
  ["apps/web/src/app/page.tsx", "@/features/tickets/form"],
  ["apps/worker/src/main.ts", "@atrium/domain/tickets/access"],
  ["apps/worker/src/runner.ts", "prod-tool"],
  ["scripts/start.ts", "@atrium/db/client"],
  ["bench/open-ticket.ts", "@atrium/domain/tickets/access"],
];

const packages = ["api", "db", "domain", "ui"];
const leaf = "export const leaf = 1;\nexport type Leaf = number;\n";

const leaves = {
  [`${src}/kernel/context.ts`]: leaf,
  [`${src}/kernel/locale.ts`]: leaf,
  [`${src}/kernel/circle-b.ts`]: 'export type { Leaf } from "./circle-a.ts";\n',
  [`${src}/kernel/lonely.ts`]: leaf,
  "packages/domain/testing/factories/build-user.ts": leaf,
  "packages/db/src/client.ts": leaf,
  "packages/db/src/schema/tickets.ts": leaf,
  "packages/db/testing/test-database.ts": leaf,
  "packages/ui/src/card.tsx": leaf,
  "scripts/seed.ts": leaf,
};

const manifest = (name: string) =>
  JSON.stringify({
    name: `@atrium/${name}`,
    exports: {
      "./testing/*": "./testing/*.ts",
      "./*": name === "ui" ? "./src/*.tsx" : "./src/*.ts",
    },
  });

/** Types and values, imports and re-exports, are arrows alike... */
const ways = ["import type { Leaf } from", "import { leaf } from", "export type { Leaf } from"];
/** ...but for the rules that mind only what runs. */
const valueOnly = /bad-(?:dev|call)|rules\.ts$/;

/** All arrows at once: one run of dependency-cruiser serves every test. */
function writeTree(): string {
  const arrows = [...refused.map(([, from, specifier]) => [from, specifier] as const), ...drawn];
  const root = writeFiles({
    ".gitignore": "node_modules/\n",
    ...leaves,
    ...Object.fromEntries(
      arrows.map(([from, specifier], position) => {
        const typeOnly = from.endsWith(".types.ts");
        const way = valueOnly.test(from) ? ways[1] : ways[typeOnly ? 0 : position % ways.length];
        return [from, `${way} "${specifier}";\nexport const own = 1;\n`];
      }),
    ),
    ...Object.fromEntries(
      packages.map((name) => [`packages/${name}/package.json`, manifest(name)]),
    ),
    "apps/worker/package.json": JSON.stringify({
      name: "@atrium/worker",
      dependencies: { "prod-tool": "1" },
      devDependencies: { "dev-tool": "1" },
    }),
    "node_modules/dev-tool/package.json": '{ "name": "dev-tool", "main": "index.js" }',
    "node_modules/dev-tool/index.js": "",
    "node_modules/prod-tool/package.json": '{ "name": "prod-tool", "main": "index.js" }',
    "node_modules/prod-tool/index.js": "",
  });
  mkdirSync(join(root, "node_modules/@atrium"));
  for (const name of packages) {
    symlinkSync(`../../packages/${name}`, join(root, "node_modules/@atrium", name));
  }
  return root;
}

let root = "";
let found: { path: string; message: string }[] = [];
const against = (path: string) =>
  found.filter((violation) => violation.path === path).map(({ message }) => message);

beforeAll(async () => {
  root = writeTree();
  found = await dependencies.check(openTree(root));
}, patience);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("the arrows", () => {
  it.each(refused)("%s refuses %s -> %s", (rule, from) => {
    expect(against(from).map((message) => message.split(" ")[0])).toContain(rule);
  });

  it.each(drawn)("%s -> %s is drawn", (from) => {
    expect(against(from)).toEqual([]);
  });

  it("finds the file nobody imports and which imports nothing", () => {
    expect(against(`${src}/kernel/lonely.ts`)[0]).toMatch(/^no-orphans/);
  });

  it("says where an arrow goes and why it is refused", () => {
    expect(against(`${src}/identity/queries.ts`)).toEqual([
      `domain-identity -> ${src}/threads/access.ts (identity imports only itself, kernel)`,
    ]);
  });
});
