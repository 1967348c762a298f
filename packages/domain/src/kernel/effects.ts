import type { Tx } from "@atrium/db/client";
import { auditEvents } from "@atrium/db/schema/operations";
import { sql } from "drizzle-orm";
import type { Actor } from "./actor.ts";
import type { AuditEntry } from "./audit.ts";
import { CHANGES_CHANNEL, type Change } from "./changes.ts";
import type { WriteCtx } from "./context.ts";
import { newId } from "./ids.ts";
import type { JobContract } from "./jobs.ts";

interface QueuedJob {
  contract: JobContract;
  payload: unknown;
}

/**
 * What a command wants to happen beside its own rows. Gathered while it runs and written just
 * before the commit in one pipelined trip, in the same transaction: all of it happens or none.
 */
export class Effects implements Pick<WriteCtx, "enqueue" | "audit" | "changed"> {
  readonly #jobs: QueuedJob[] = [];
  readonly #audit: AuditEntry[] = [];
  readonly #changes: Change[] = [];

  enqueue = (contract: JobContract, payload: unknown): void => {
    // Parsed here so that a wrong payload fails its cause and not a worker an hour later.
    this.#jobs.push({ contract, payload: contract.payload.parse(payload) });
  };

  audit = (entry: AuditEntry): void => {
    this.#audit.push(entry);
  };

  changed = (change: Change): void => {
    this.#changes.push(change);
  };

  async flush(tx: Tx, actor: Actor, now: Date, requestId: string | undefined): Promise<void> {
    const writes: Promise<unknown>[] = this.#jobs.map((job) => writeJob(tx, job, requestId));
    if (this.#audit.length > 0) {
      const rows = this.#audit.map((entry) => ({
        ...entry,
        id: newId(),
        at: now,
        actorId: actor.kind === "user" ? actor.userId : null,
        details: entry.details ?? {},
        requestId: requestId ?? null,
      }));
      writes.push(tx.insert(auditEvents).values(rows));
    }
    for (const change of this.#changes) {
      writes.push(tx.execute(sql`select pg_notify(${CHANGES_CHANNEL}, ${JSON.stringify(change)})`));
    }
    await Promise.all(writes);
  }
}

/** The request id rides along, so that the worker's log lines can be found from the request's. */
function writeJob(tx: Tx, { contract, payload }: QueuedJob, requestId: string | undefined) {
  const carried = requestId === undefined ? payload : { ...Object(payload), requestId };
  const queue = contract.queue?.(payload) ?? null;
  const key = contract.key?.(payload) ?? null;
  return tx.execute(sql`select atrium_enqueue_job(
    ${contract.name}, ${JSON.stringify(carried)}::json, ${queue}, null,
    ${contract.maxAttempts}::int, ${key}, ${contract.priority ?? 0}::int)`);
}
