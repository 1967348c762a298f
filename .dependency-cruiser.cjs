// The dependency rule of docs/architecture.md. Arrows point down; there is no list of exceptions.
// `node scripts/check/main.ts --only=dependencies` runs it.

/** What each domain may import besides itself. Nobody imports notifications or insights. */
const below = {
  kernel: [],
  identity: ["kernel"],
  threads: ["kernel", "identity"],
  tickets: ["kernel", "identity", "threads"],
  messaging: ["kernel", "identity", "threads"],
  events: ["kernel", "identity"],
  orders: ["kernel", "identity", "events"],
  "check-in": ["kernel", "identity", "events", "orders"],
  notifications: [
    ...["kernel", "identity", "threads", "tickets"],
    ...["messaging", "events", "orders", "check-in"],
  ],
  insights: ["kernel"],
};

const test = "[.](test|spec)[.]tsx?$";
const testing = `${test}|(^|/)(testing|test|e2e)/|(playwright|vitest)[.]config[.]ts$`;
const webServer = "^apps/web/(server[.]ts$|src/server/)";
/** What web may ask domain for. */
const domainDoor = "^packages/domain/src/(.+/(schema|errors)|kernel/locale)[.]ts$";
/** What the browser loads through that door. */
const browserSafe = "^packages/domain/src/(.+/(schema|errors)|kernel/(locale|page|text))[.]ts$";

/** Packages by name, whether they are found in node_modules or not. */
const npm = (...names) => `(^|node_modules/)(${names.join("|")})(/|$)`;

/** The files of a package from npm that has a fixed set of places: nobody else imports it. */
const onlyIn = (name, comment, names, places) => ({
  name,
  comment,
  severity: "error",
  from: { pathNot: [...places, "^(scripts|bench)/", "node_modules"] },
  to: { path: npm(...names) },
});

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const domainArrows = Object.entries(below).map(([domain, allowed]) =>
  forbid(
    `domain-${domain}`,
    `${domain} imports only ${["itself", ...allowed].join(", ")}`,
    { path: `^packages/domain/src/${domain}/`, pathNot: test },
    {
      path: "^packages/domain/",
      pathNot: `^packages/domain/src/(${[domain, ...allowed].join("|")})/`,
    },
  ),
);

const packageArrows = [
  forbid(
    "ui-alone",
    "ui imports no other workspace package",
    { path: "^packages/ui/" },
    { path: "^(apps|packages|bench|scripts)/", pathNot: "^packages/ui/" },
  ),
  forbid(
    "db-lowest",
    "db imports no other workspace package",
    { path: "^packages/db/" },
    { path: "^(apps|packages|bench|scripts)/", pathNot: "^packages/db/" },
  ),
  forbid(
    "domain-to-db",
    "domain imports no workspace package but db",
    { path: "^packages/domain/" },
    { path: "^(apps|packages|bench|scripts)/", pathNot: "^packages/(domain|db)/" },
  ),
  forbid(
    "api-to-domain",
    "api imports domain, and from db the connection; its tests may set up a database",
    { path: "^packages/api/", pathNot: testing },
    {
      path: "^(apps|packages|bench|scripts)/",
      pathNot: "^packages/(api|domain)/|^packages/db/src/client[.]ts$",
    },
  ),
  forbid(
    "web-domain",
    "web imports from domain what the browser may see: schema, errors, kernel/locale",
    { path: "^apps/web/", pathNot: testing },
    { path: "^packages/domain/", pathNot: domainDoor },
  ),
  forbid(
    "web-database",
    "only web's server opens a database connection",
    { path: "^apps/web/", pathNot: [webServer, testing] },
    { path: "^packages/db/" },
  ),
  forbid(
    "web-api-types",
    "outside its server, web knows api only by its types",
    { path: "^apps/web/", pathNot: [webServer, testing] },
    { path: "^packages/api/", dependencyTypesNot: ["type-only"] },
  ),
  forbid(
    "worker-packages",
    "the worker imports domain and db; it is no door for people",
    { path: "^apps/worker/" },
    { path: "^(apps|packages|bench|scripts)/", pathNot: "^(apps/worker|packages/(domain|db))/" },
  ),
  forbid(
    "apps-are-tops",
    "nobody imports an app but the app itself",
    { path: "^(packages|scripts|bench|apps/([^/]+))/" },
    { path: "^apps/", pathNot: "^apps/$2/" },
  ),
  forbid(
    "tools-are-tops",
    "apps and packages import nothing from scripts or bench",
    { path: "^(apps|packages)/" },
    { path: "^(scripts|bench)/" },
  ),
];

const libraries = [
  onlyIn(
    "drizzle-in-db-and-domain",
    "SQL is written in db and domain",
    ["drizzle-orm"],
    ["^packages/(db|domain)/"],
  ),
  onlyIn(
    "trpc-server-in-doors",
    "@trpc/server serves in api and web's server",
    ["@trpc/server"],
    ["^packages/api/", webServer],
  ),
  onlyIn("next-in-web", "Next serves web", ["next", "next-auth", "next-intl"], ["^apps/web/"]),
  onlyIn(
    "react-in-views",
    "React draws web, ui and the worker's e-mails",
    ["react", "react-dom"],
    ["^apps/web/", "^packages/ui/", "^apps/worker/src/emails/"],
  ),
];

const folders = [
  forbid(
    "routes-compose",
    "a route composes features: it reads no data and shares nothing with other routes",
    { path: "^apps/web/src/app/" },
    { path: `^packages/(db|api)/|${npm("@trpc", "@tanstack", "react-hook-form")}` },
  ),
  forbid(
    "routes-are-tops",
    "nobody imports a route",
    { path: "^apps/web/src/(?!app/)" },
    { path: "^apps/web/src/app/" },
  ),
  forbid(
    "browser-safe-files",
    "what the browser may see of a domain imports zod and its own kind only",
    { path: browserSafe },
    { pathNot: [browserSafe, npm("zod")] },
  ),
  forbid(
    "pure-files",
    "rules and policies compute; they do not reach for data",
    { path: "^packages/domain/src/.+/(rules|policy)[.]ts$" },
    {
      path: `^packages/db/|${npm("drizzle-orm")}|/(access|queries)[.]ts$|/commands/`,
      dependencyTypesNot: ["type-only"],
    },
  ),
  forbid(
    "production-without-tests",
    "what is shipped imports no test and no test helper",
    { path: "^(apps|packages)/", pathNot: testing },
    { path: `^(apps|packages|bench|scripts)/.*(${test}|/(testing|test|e2e)/)` },
  ),
];

const everywhere = [
  forbid("no-circular", "files form no circle", {}, { circular: true }),
  forbid(
    "no-orphans",
    "a file that imports nothing and is imported by nobody is dead",
    { orphan: true, pathNot: "[.]config[.][cm]?[jt]s$|[.]d[.]ts$|^[.]dependency-cruiser[.]cjs$" },
    {},
  ),
  forbid("no-unresolvable", "an import points at something", {}, { couldNotResolve: true }),
  forbid(
    "no-dev-dependency",
    "what is shipped runs without development dependencies",
    { path: "^(apps|packages)/[^/]+/src/|^apps/web/server[.]ts$", pathNot: testing },
    { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"] },
  ),
];

module.exports = {
  forbidden: [...domainArrows, ...packageArrows, ...libraries, ...folders, ...everywhere],
  options: {
    // TypeScript 7 has no parser for JavaScript to call, so swc reads the files.
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/(?:dist|[.]next)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
