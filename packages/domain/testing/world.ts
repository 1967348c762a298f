import { type Database, openDatabase } from "@atrium/db/client";
import { createTestDatabase } from "@atrium/db/testing/test-database";
import type { UserActor } from "../src/kernel/actor.ts";
import type { ReadCtx, WriteCtx } from "../src/kernel/context.ts";
import { requireUser } from "../src/kernel/guards.ts";
import { runRead, runWrite } from "../src/kernel/transaction.ts";

export interface World {
  /** As the web process connects: role atrium_app, under row-level security. */
  app: Database;
  /** As the worker connects. */
  worker: Database;
  /** Owner of everything: for arranging, and for looking behind the curtain. */
  owner: Database;
  /** For starting a worker process of its own on this database. */
  workerUrl: string;
  readAs<Result>(
    userId: string,
    query: (ctx: ReadCtx<UserActor>) => Promise<Result>,
  ): Promise<Result>;
  writeAs<Result>(
    userId: string,
    command: (ctx: WriteCtx<UserActor>) => Promise<Result>,
    now?: Date,
  ): Promise<Result>;
  /** As the operator's tool does: the system, on the owner's connection. */
  writeAsSystem<Result>(command: (ctx: WriteCtx) => Promise<Result>): Promise<Result>;
  destroy(): Promise<void>;
}

/** A migrated database of the test file's own, with one pool per process role. */
export async function createWorld(options: { max?: number } = {}): Promise<World> {
  const database = await createTestDatabase();
  const max = options.max ?? 10;
  const app = openDatabase(database.appUrl, { max });
  const worker = openDatabase(database.workerUrl, { max });
  const owner = openDatabase(database.ownerUrl, { max: 3 });
  return {
    app,
    worker,
    owner,
    workerUrl: database.workerUrl,
    readAs: (actorId, query) =>
      runRead(app, { actorId }, (ctx) => {
        requireUser(ctx);
        return query(ctx);
      }),
    writeAs: (actorId, command, now) =>
      runWrite(app, { actorId, now }, (ctx) => {
        requireUser(ctx);
        return command(ctx);
      }),
    writeAsSystem: (command) => runWrite(owner, { actorId: "system" }, command),
    async destroy() {
      await Promise.all([app.close(), worker.close(), owner.close()]);
      await database.drop();
    },
  };
}
