import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../src/embedded-postgres.ts";
import { testServerUrlFromEnv } from "./env.ts";

/**
 * Gives the run one throw-away server, or the one of TEST_DATABASE_URL (a superuser's url), to
 * clone test databases on.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = testServerUrlFromEnv();
  if (given !== undefined) {
    project.provide("testServerUrl", given);
    return async () => {};
  }
  const dataDir = mkdtempSync(join(tmpdir(), "atrium-test-server-"));
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  project.provide("testServerUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
