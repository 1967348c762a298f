import type { Database, Tx } from "@atrium/db/client";
import { sql } from "drizzle-orm";
import type { Actor } from "./actor.ts";
import type { ReadCtx, WriteCtx } from "./context.ts";
import { classifyFault } from "./database-faults.ts";
import { Effects } from "./effects.ts";
import { type DomainError, kernelError } from "./errors.ts";
import { toLocale } from "./locale.ts";

export interface Who {
  /** The person's id; null for somebody not signed in; "system" for the worker. */
  actorId: string | null;
  requestId?: string | undefined;
  /** Injected time for tests; the database's clock otherwise. */
  now?: Date | undefined;
}

/**
 * Thrown by a command that lost a race it can only settle by starting over. Should starting over not
 * settle it, the caller gets `lastResort`.
 */
export class RetryTransaction extends Error {
  readonly lastResort: DomainError;

  constructor(lastResort: DomainError) {
    super(`retry, or else ${lastResort.code}`);
    this.lastResort = lastResort;
  }
}

const MAX_ATTEMPTS = 4;

/**
 * Runs a query for somebody. The transaction is read-only for the database too. A lost connection
 * is tried once more. Throws `unauthenticated` when the person is gone or deactivated,
 * `unavailable` when the database does not answer.
 */
export async function runRead<Result>(
  database: Database,
  who: Who,
  query: (ctx: ReadCtx) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.db.transaction(async (tx) => {
        const { actor, now } = await beginFor(tx, who, true);
        return query({ tx, actor, now });
      });
    } catch (error) {
      const fault = classifyFault(error);
      if (fault !== "unavailable") throw error;
      if (attempt === 2) throw unavailable(error);
    }
  }
}

/**
 * Runs a command for somebody in one transaction and writes its jobs, audit rows and change
 * notices in it. Starts over, at most three times, on a serialization failure or a deadlock, so a
 * command must not do anything outside the transaction. Throws `unavailable` when the database does
 * not answer: then nobody knows whether it committed, and sending the same client key again tells.
 */
export async function runWrite<Result>(
  database: Database,
  who: Who,
  command: (ctx: WriteCtx) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.db.transaction(async (tx) => {
        const { actor, now } = await beginFor(tx, who, false);
        const effects = new Effects();
        const { enqueue, audit, changed } = effects;
        const result = await command({ tx, actor, now, enqueue, audit, changed });
        await effects.flush(tx, actor, now, who.requestId);
        return result;
      });
    } catch (error) {
      const outcome = judgeFailedWrite(error);
      if (!outcome.retry || attempt === MAX_ATTEMPTS) throw outcome.error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
    }
  }
}

// An interface and not a type: drizzle asks for rows with an index signature.
interface ActorRow extends Record<string, unknown> {
  now_ms: number;
  id: string | null;
  is_admin: boolean | null;
  locale: string | null;
}

/** One trip: sets the actor for row-level security, reads the clock and loads the person. */
async function beginFor(tx: Tx, who: Who, readOnly: boolean): Promise<{ actor: Actor; now: Date }> {
  const userId = who.actorId === "system" ? null : who.actorId;
  const [row] = await tx.execute<ActorRow>(sql`
    select floor(extract(epoch from now()) * 1000)::float8 as now_ms, u.id, u.is_admin, u.locale
    from (select set_config('atrium.actor_id', ${userId ?? ""}, true),
                 set_config('transaction_read_only', ${readOnly ? "on" : "off"}, true)) as settings
    left join users u on u.id = ${userId}::uuid and u.deactivated_at is null`);
  if (!row) throw new Error("the actor query returned no row");
  const now = who.now ?? new Date(row.now_ms);
  if (who.actorId === "system") return { actor: { kind: "system" }, now };
  if (who.actorId === null) return { actor: { kind: "nobody" }, now };
  if (row.id === null) throw kernelError("unauthenticated");
  return {
    actor: {
      kind: "user",
      userId: row.id,
      isAdmin: row.is_admin === true,
      locale: toLocale(row.locale),
    },
    now,
  };
}

/** Whether starting over can help, and what to throw when it cannot. */
function judgeFailedWrite(error: unknown): { retry: boolean; error: unknown } {
  if (error instanceof RetryTransaction) return { retry: true, error: error.lastResort };
  const fault = classifyFault(error);
  if (fault === "other") return { retry: false, error };
  return { retry: fault === "retriable", error: unavailable(error) };
}

function unavailable(cause: unknown): DomainError {
  const error = kernelError("unavailable");
  error.cause = cause;
  return error;
}
