import { openDatabase } from "@atrium/db/client";
import { SEND_LEASE_SECONDS } from "@atrium/domain/notifications/rules";
import type { WorkerEnv } from "./env.ts";
import { openMailTransport } from "./mail/transport.ts";
import { readQueueDepth, spreadRetry } from "./runner/job-table.ts";
import type { Logger } from "./runner/log.ts";
import { createMetrics } from "./runner/metrics.ts";
import { runJobs } from "./runner/run-jobs.ts";
import { startStatusServer } from "./runner/status-server.ts";
import { createTasks } from "./tasks/table.ts";

export interface Worker {
  /** Rejects if the runner ends by itself. */
  ended: Promise<void>;
  /** Finishes what runs, gives back the rest, closes everything. */
  stop(): Promise<void>;
}

// A mail must be answered well before its delivery's lease runs out, or another worker would take
// it for lost and send it again.
const SEND_TIMEOUT_MS = (SEND_LEASE_SECONDS * 1000) / 2;

/** Connects everything and starts taking jobs; throws when the database is not usable. */
export async function startWorker(env: WorkerEnv, log: Logger): Promise<Worker> {
  const database = openDatabase(env.WORKER_DATABASE_URL, {
    max: env.WORKER_CONCURRENCY + 1,
    applicationName: "atrium-worker",
  });
  const { sql } = database;
  const mail = openMailTransport({
    url: env.SMTP_URL,
    concurrency: env.WORKER_CONCURRENCY,
    timeoutMs: SEND_TIMEOUT_MS,
  });
  const metrics = createMetrics({
    readQueueDepth: () => readQueueDepth(sql),
    services: [mail.smtp],
  });
  const tasks = createTasks(
    { database, mail, sender: { from: env.MAIL_FROM, baseUrl: env.ATRIUM_URL } },
    { log, metrics, spreadRetry: (jobId) => spreadRetry(sql, jobId) },
  );
  const runner = await runJobs({
    connectionString: env.WORKER_DATABASE_URL,
    sql,
    concurrency: env.WORKER_CONCURRENCY,
    leaseSeconds: env.WORKER_LEASE_SECONDS,
    tasks,
    log,
  });
  const status =
    env.WORKER_PORT === undefined
      ? undefined
      : await startStatusServer({
          port: env.WORKER_PORT,
          metricsToken: env.METRICS_TOKEN,
          registry: metrics.registry,
          isAlive: runner.heartbeat.isAlive,
          services: () => ({ [mail.smtp.name]: mail.smtp.state }),
        });
  if (status) log.info({ port: status.port }, "status served");
  return {
    ended: runner.ended,
    async stop() {
      await runner.stop();
      mail.close();
      await status?.close();
      await database.close();
    },
  };
}
