import type { Cleanup } from "./cleanup.ts";
import type { Table } from "./table.ts";

export interface Measured {
  /** As they are kept in bench/results. */
  figures: object;
  /** As a person reads them. */
  tables: Table[];
  /** Version of the database server that took part. */
  postgres: string;
}

export interface Bench {
  /** @param quick a rehearsal: every step, but too short for figures worth keeping. */
  measure(quick: boolean, cleanup: Cleanup): Promise<Measured>;
}
