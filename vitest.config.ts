import { defineConfig } from "vitest/config";

const dbTests = ["**/*.db.test.{ts,tsx}", "packages/api/test/**/*.test.ts"];
const processTests = ["**/*.process.test.ts"];
const never = ["**/node_modules/**", "**/dist/**", "**/.next/**", ".atrium/**"];

export default defineConfig({
  // Next keeps "jsx": "preserve" in its tsconfig; tests need it compiled.
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...never, ...dbTests, ...processTests],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: dbTests,
          exclude: never,
          globalSetup: "packages/db/testing/global-setup.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // Starts and kills whole programs; slow by nature, so apart from the rest.
          name: "process",
          include: processTests,
          exclude: never,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
