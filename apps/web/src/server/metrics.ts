import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { RouteClass } from "./route-class.ts";

export interface MetricsSources {
  openStreams(): number;
  /** Connections of this process by state ("active", "idle", ...), and the most it may open. */
  databaseConnections(): Promise<Record<string, number>>;
  databaseConnectionLimit: number;
}

export interface Metrics {
  observe(route: RouteClass, method: string, status: number, seconds: number): void;
  contentType: string;
  text(): Promise<string>;
}

/** Metrics of this process in Prometheus' text format. */
export function createMetrics(sources: MetricsSources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from the request's headers to the end of the answer",
    labelNames: ["route", "method", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  new Gauge({
    name: "atrium_open_streams",
    help: "Server-sent event streams now open",
    registers: [registry],
    collect() {
      this.set(sources.openStreams());
    },
  });
  new Gauge({
    name: "atrium_database_connection_limit",
    help: "Most database connections this process opens",
    registers: [registry],
  }).set(sources.databaseConnectionLimit);
  new Gauge({
    name: "atrium_database_connections",
    help: "Database connections of this process by state; absent while the database does not answer",
    labelNames: ["state"],
    registers: [registry],
    async collect() {
      this.reset();
      const states = await sources.databaseConnections().catch(() => ({}));
      for (const [state, count] of Object.entries(states)) this.set({ state }, count);
    },
  });
  return {
    observe(route, method, status, seconds) {
      duration.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, seconds);
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
