import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";

export interface StatusServerOptions {
  port: number;
  metricsToken: string | undefined;
  registry: Registry;
  isAlive(): boolean;
  /** State of each outside service's breaker, by name. */
  services(): Record<string, string>;
}

export interface StatusServer {
  port: number;
  close(): Promise<void>;
}

/** Health and metrics for whoever runs the worker, on this machine only. */
export async function startStatusServer(options: StatusServerOptions): Promise<StatusServer> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch(() => send(response, 500, "text/plain", "error\n"));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { metricsToken, registry, isAlive, services }: StatusServerOptions,
): Promise<void> {
  if (request.method === "GET" && request.url === "/health") {
    const alive = isAlive();
    // A mail server that is away degrades mail, not the worker.
    const body = { status: alive ? "ok" : "database_silent", services: services() };
    return send(response, alive ? 200 : 503, "application/json", JSON.stringify(body));
  }
  if (request.method === "GET" && request.url === "/metrics") {
    if (!maySeeMetrics(request, metricsToken)) return send(response, 401, "text/plain", "\n");
    return send(response, 200, registry.contentType, await registry.metrics());
  }
  send(response, 404, "text/plain", "not found\n");
}

function maySeeMetrics(request: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return true;
  const given = Buffer.from(request.headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
}
