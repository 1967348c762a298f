import { z } from "zod";

const envSchema = z.object({
  NODE_ENV: z.string().default("development"),
  ATRIUM_URL: z.url().default("http://localhost:3000"),
  WORKER_DATABASE_URL: z.string().min(1),
  SMTP_URL: z.string().default("smtp://127.0.0.1:1025"),
  MAIL_FROM: z.string().default("Atrium <no-reply@atrium.test>"),
  METRICS_TOKEN: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(5),
  WORKER_LEASE_SECONDS: z.coerce.number().min(1).max(3600).default(30),
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
});

export type WorkerEnv = z.infer<typeof envSchema>;

/** The worker's settings; throws with the name of every setting that is missing or malformed. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): WorkerEnv {
  const parsed = envSchema.safeParse(withoutBlanks(source));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The worker's environment is not usable:\n  ${problems.join("\n  ")}`);
}

/** Compose files and unit files write `NAME=` for "not set". */
function withoutBlanks(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
}
