import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Resilient } from "../mail/resilient.ts";
import type { QueueDepth } from "./job-table.ts";

export type JobOutcome = "done" | "failed" | "parked";

export interface JobMetrics {
  registry: Registry;
  /** Starts the clock of one try; calling the result notes how it ended and gives milliseconds. */
  start(task: string): (outcome: JobOutcome) => number;
}

export interface MetricsSources {
  readQueueDepth(): Promise<QueueDepth[]>;
  services: Resilient[];
}

const BREAKER_STATES = { closed: 0, half_open: 1, open: 2 } as const;

/** Everything the worker tells Prometheus. The queue is read when it is asked for. */
export function createMetrics(sources: MetricsSources): JobMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: "atrium_job_seconds",
    help: "How long tries of jobs took, by how they ended.",
    labelNames: ["task", "outcome"],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60],
    registers,
  });
  const failures = new Counter({
    name: "atrium_job_failures_total",
    help: "Tries of jobs that failed, the parking one included.",
    labelNames: ["task"],
    registers,
  });
  addQueueGauges(registry, sources);
  addBreakerGauge(registry, sources);
  return {
    registry,
    start(task) {
      const stop = seconds.startTimer({ task });
      return (outcome) => {
        if (outcome !== "done") failures.inc({ task });
        return Math.round(stop({ outcome }) * 1000);
      };
    },
  };
}

function addQueueGauges(registry: Registry, { readQueueDepth }: MetricsSources): void {
  const registers = [registry];
  const labelNames = ["task"];
  const oldest = new Gauge({
    name: "atrium_jobs_oldest_seconds",
    help: "How long the oldest due job has been waiting.",
    labelNames,
    registers,
  });
  new Gauge({
    name: "atrium_jobs",
    help: "Jobs in the table: waiting, running, or parked after their last try.",
    labelNames: [...labelNames, "state"],
    registers,
    async collect() {
      const depths = await readQueueDepth();
      this.reset();
      oldest.reset();
      for (const { task, waiting, running, parked, oldestSeconds } of depths) {
        this.set({ task, state: "waiting" }, waiting);
        this.set({ task, state: "running" }, running);
        this.set({ task, state: "parked" }, parked);
        oldest.set({ task }, oldestSeconds);
      }
    },
  });
}

function addBreakerGauge(registry: Registry, { services }: MetricsSources): void {
  new Gauge({
    name: "atrium_breaker_state",
    help: "Circuit breaker of an outside service: 0 closed, 1 half open, 2 open.",
    labelNames: ["service"],
    registers: [registry],
    collect() {
      for (const { name, state } of services) this.set({ service: name }, BREAKER_STATES[state]);
    },
  });
}
