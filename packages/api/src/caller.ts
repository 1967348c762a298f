import type { ApiContext } from "./context.ts";
import { appRouter } from "./root.ts";
import { createCallerFactory } from "./trpc.ts";

const createCaller = createCallerFactory(appRouter);

/** The same procedures without HTTP, for server components. Refusals are thrown as TRPCError. */
export function createServerCaller(context: ApiContext) {
  return createCaller(context);
}

export type ServerCaller = ReturnType<typeof createServerCaller>;
