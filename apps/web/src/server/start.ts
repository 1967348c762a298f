import { fileURLToPath } from "node:url";
import { createLiveHub } from "@atrium/api/live-hub";
import { openDatabase } from "@atrium/db/client";
import type { Logger } from "pino";
import { type Env, prepareNextEnvironment } from "../env.ts";
import { ANSWER_DEADLINE_MS } from "./answer-deadline.ts";
import { type ApiParts, createApiHandler } from "./api-handler.ts";
import { createRuntime } from "./create-runtime.ts";
import { countConnections, databaseChecks } from "./database-checks.ts";
import { createHttpServer } from "./http-server.ts";
import { createInFlight } from "./in-flight.ts";
import { createMessageCatalogue } from "./messages.ts";
import { createMetrics } from "./metrics.ts";
import { startNext } from "./next-app.ts";
import { createPageRenderer } from "./page-renderer.ts";
import { createPublicPageHandler } from "./public-page-handler.ts";
import { createReadiness } from "./readiness.ts";
import { createRequestListener } from "./request-listener.ts";
import { createShutdown, type Shutdown } from "./shutdown.ts";
import { createStaticAssets } from "./static-assets.ts";
import { createStreamRegistry } from "./stream-registry.ts";
import { createProxyTrust } from "./trusted-proxies.ts";

const CONNECTIONS = 10;
const staticFolder = fileURLToPath(new URL("../../.next/static/", import.meta.url));

/** Puts the process together and lets it accept requests. */
export async function startWeb(env: Env, log: Logger): Promise<Shutdown> {
  prepareNextEnvironment(env.origin);
  const proxies = createProxyTrust(env.trustedProxies);
  const applicationName = `atrium-web-${process.pid}`;
  const database = openDatabase(env.databaseUrl, { max: CONNECTIONS, applicationName });
  const live = createLiveHub(database, {
    onError: (error) => log.error({ err: error }, "change not delivered"),
  });
  const catalogue = createMessageCatalogue({ fresh: env.dev });
  const api: ApiParts = { env, database, live, catalogue, log };
  globalThis.__atrium = createRuntime(api);
  await live.start();
  const server = createHttpServer((req, res) => listener(req, res));
  const next = await startNext({ ...env, server });

  const streams = createStreamRegistry();
  const inFlight = createInFlight();
  const renderer = createPageRenderer(next.handle, log);
  const listener = createRequestListener({
    ...env,
    answerDeadlineMs: ANSWER_DEADLINE_MS,
    proxies,
    log,
    streams,
    inFlight,
    metrics: createMetrics({
      openStreams: streams.count,
      databaseConnections: () => countConnections(database, applicationName),
      databaseConnectionLimit: CONNECTIONS,
    }),
    readiness: createReadiness(databaseChecks(database)),
    isDraining: () => shutdown.draining,
    api: createApiHandler(api),
    next: next.handle,
    asset: env.dev ? next.handle : createStaticAssets(staticFolder, next.handle),
    publicPage: createPublicPageHandler({
      renderer,
      dev: env.dev,
      onRenderError: (error, page) => log.error({ err: error, page }, "public page not renewed"),
    }),
  });
  const shutdown = createShutdown({
    server,
    streams,
    inFlight,
    closers: [() => live.close(), () => database.close(), () => next.close()],
    log,
    exit: (code) => process.exit(code),
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.port, env.host, resolve);
  });
  log.info({ address: server.address(), origin: env.origin }, "listening");
  return shutdown;
}
