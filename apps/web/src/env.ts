import { z } from "zod";

const list = z
  .string()
  .default("")
  .transform((text) => text.split(",").map((item) => item.trim()))
  .transform((items) => items.filter((item) => item !== ""));

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().default("0.0.0.0"),
    ATRIUM_URL: z.url({ protocol: /^https?$/ }).optional(),
    AUTH_SECRET: z.string().min(32),
    APP_DATABASE_URL: z.url(),
    TRUSTED_PROXIES: list,
    METRICS_TOKEN: z.string().min(16).optional(),
    LOG_LEVEL: z
      .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"])
      .default("info"),
  })
  .transform((raw) => ({
    dev: raw.NODE_ENV === "development",
    port: raw.PORT,
    host: raw.HOST,
    /** Public origin, without a path or trailing slash. */
    origin: new URL(raw.ATRIUM_URL ?? `http://localhost:${raw.PORT}`).origin,
    authSecret: raw.AUTH_SECRET,
    databaseUrl: raw.APP_DATABASE_URL,
    trustedProxies: raw.TRUSTED_PROXIES,
    metricsToken: raw.METRICS_TOKEN,
    logLevel: raw.LOG_LEVEL,
  }));

export type Env = z.infer<typeof schema>;

/** Reads and checks the environment; the message of the error names every variable at fault. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const result = schema.safeParse(source);
  if (!result.success) throw new Error(`Environment: ${z.prettifyError(result.error)}`);
  return result.data;
}

/** next-auth and Next read these from the environment and nowhere else. */
export function prepareNextEnvironment(origin: string): void {
  Object.assign(process.env, { NEXTAUTH_URL: origin, NEXT_TELEMETRY_DISABLED: "1" });
}
