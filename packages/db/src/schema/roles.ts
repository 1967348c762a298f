import { pgRole } from "drizzle-orm/pg-core";

/**
 * The two roles that processes connect with. Both own nothing: `migrateDatabase` creates them before
 * the first migration runs, which is why drizzle-kit must treat them as existing.
 */
export const appRole = pgRole("atrium_app").existing();
export const workerRole = pgRole("atrium_worker").existing();
