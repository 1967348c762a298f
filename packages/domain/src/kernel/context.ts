import type { Tx } from "@atrium/db/client";
import type { Actor } from "./actor.ts";
import type { AuditEntry } from "./audit.ts";
import type { Change } from "./changes.ts";
import type { JobContract, PayloadOf } from "./jobs.ts";

/** The part of a transaction that cannot write, so that a query cannot either. */
export type ReadTx = Pick<Tx, "select" | "selectDistinct">;

export interface ReadCtx<A extends Actor = Actor> {
  readonly tx: ReadTx;
  readonly actor: A;
  /** Transaction time by the database's clock, in whole milliseconds. */
  readonly now: Date;
}

export interface WriteCtx<A extends Actor = Actor> extends ReadCtx<A> {
  readonly tx: Tx;
  /** Puts a job on the table; it exists only if this transaction commits. */
  enqueue<Job extends JobContract>(job: Job, payload: PayloadOf<Job>): void;
  /** Adds a row to the audit trail of this transaction. */
  audit(entry: AuditEntry): void;
  /** Tells open pages, after the commit, that something they may show has changed. */
  changed(change: Change): void;
}
