import type { Server } from "node:http";
import type { Logger } from "pino";
import type { InFlight } from "./in-flight.ts";
import type { StreamRegistry } from "./stream-registry.ts";

export interface ShutdownParts {
  server: Server;
  streams: StreamRegistry;
  inFlight: InFlight;
  /** Closes what requests use, in order: the live hub, the pool, Next. */
  closers: (() => Promise<unknown>)[];
  log: Logger;
  exit(code: number): void;
  deadlineMs?: number;
}

export interface Shutdown {
  readonly draining: boolean;
  begin(reason: string): void;
  fail(error: unknown, what: string): void;
}

/** A load balancer's usual patience with a process it has been told to stop. */
const DEADLINE_MS = 20_000;

/**
 * Ends the process without cutting anybody off: readiness fails, no connection is accepted, streams
 * are cut so that clients go elsewhere, running requests finish. What is not over at the deadline, or
 * a second signal, ends it with code 1.
 */
export function createShutdown(parts: ShutdownParts): Shutdown {
  const { server, streams, inFlight, log } = parts;
  let draining = false;

  async function drain() {
    server.close();
    streams.closeAll();
    await inFlight.idle();
    server.closeAllConnections();
    for (const close of parts.closers) await close();
  }

  return {
    get draining() {
      return draining;
    },
    begin(reason) {
      if (draining) return parts.exit(1);
      draining = true;
      log.info({ reason, running: inFlight.count(), streams: streams.count() }, "shutting down");
      const deadline = setTimeout(() => {
        log.error({ running: inFlight.count() }, "shutdown deadline passed");
        parts.exit(1);
      }, parts.deadlineMs ?? DEADLINE_MS);
      drain().then(
        () => {
          clearTimeout(deadline);
          log.info("stopped");
          parts.exit(0);
        },
        (error: unknown) => {
          log.error({ err: error }, "shutdown failed");
          parts.exit(1);
        },
      );
    },
    // A process in an unknown state must not go on answering.
    fail(error, what) {
      log.fatal({ err: error }, what);
      parts.exit(1);
    },
  };
}
