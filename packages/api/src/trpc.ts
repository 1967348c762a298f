import type { UserActor } from "@atrium/domain/kernel/actor";
import type { ReadCtx, WriteCtx } from "@atrium/domain/kernel/context";
import { kernelError } from "@atrium/domain/kernel/errors";
import { requireUser } from "@atrium/domain/kernel/guards";
import { runRead, runWrite } from "@atrium/domain/kernel/transaction";
import { initTRPC } from "@trpc/server";
import type { ApiContext } from "./context.ts";
import { describeError, toTrpcError } from "./errors.ts";

const t = initTRPC.context<ApiContext>().create({
  sse: {
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 40_000 },
  },
  errorFormatter({ shape, error, ctx }) {
    const { domainCode, details } = describeError(error);
    const message = ctx?.translate(ctx.locale, domainCode, details) ?? domainCode;
    const { code, httpStatus } = shape.data;
    const requestId = ctx?.requestId ?? null;
    return { ...shape, message, data: { code, httpStatus, domainCode, details, requestId } };
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const base = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw toTrpcError(result.error);
  return result;
});

/** For anybody, signed in or not. */
export const publicProcedure = base;

/** A read for a signed-in person: `ctx.read` is the only way to the data. */
export const authedProcedure = base.use(({ ctx, next }) => {
  const { actorId, requestId, database } = ctx;
  if (actorId === null) throw kernelError("unauthenticated");
  const read = <Result>(query: (read: ReadCtx<UserActor>) => Promise<Result>) =>
    runRead(database, { actorId, requestId }, (readCtx) => {
      requireUser(readCtx);
      return query(readCtx);
    });
  return next({ ctx: { actorId, read } });
});

/** A write for a signed-in person: `ctx.write` opens the one transaction of the request. */
export const authedMutation = authedProcedure.use(({ ctx, next }) => {
  const { actorId, requestId, database } = ctx;
  const write = <Result>(command: (write: WriteCtx<UserActor>) => Promise<Result>) =>
    runWrite(database, { actorId, requestId }, (writeCtx) => {
      requireUser(writeCtx);
      return command(writeCtx);
    });
  return next({ ctx: { write } });
});
