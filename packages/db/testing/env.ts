import { z } from "zod";

const environment = z.object({ TEST_DATABASE_URL: z.url().optional() });

/** The server tests are told to use, if any; read late, so that importing asks for nothing. */
export function testServerUrlFromEnv(): string | undefined {
  return environment.parse(process.env).TEST_DATABASE_URL;
}
