import { defineConfig, devices } from "@playwright/test";
import { systemChromium } from "./e2e/stack/env.ts";

// Chromium's sandbox needs a user other than root.
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/stack/global-setup.ts",
  outputDir: "test-results",
  // The stack, two browsers and their pages share what may be two cores.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(systemChromium ? { executablePath: systemChromium } : {}),
      args: ["--disable-quic", ...(asRoot ? ["--no-sandbox"] : [])],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } },
      // What a person sees and touches; the server behaves the same for every screen.
      testMatch: /(sign-in|support-ticket|preferences)\.spec\.ts$/,
    },
  ],
});
