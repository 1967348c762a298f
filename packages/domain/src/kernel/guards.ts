import type { SystemActor, UserActor } from "./actor.ts";
import type { ReadCtx, WriteCtx } from "./context.ts";
import { kernelError } from "./errors.ts";

/** Narrows the context to a signed-in person. Throws `unauthenticated`. */
export function requireUser<Ctx extends ReadCtx | WriteCtx>(
  ctx: Ctx,
): asserts ctx is Ctx & { actor: UserActor } {
  if (ctx.actor.kind !== "user") throw kernelError("unauthenticated");
}

/**
 * Narrows the context to the system, for commands no person may call. Throws `forbidden`, so that a
 * procedure which exposes one by mistake still refuses everybody.
 */
export function requireSystem<Ctx extends ReadCtx | WriteCtx>(
  ctx: Ctx,
): asserts ctx is Ctx & { actor: SystemActor } {
  if (ctx.actor.kind !== "system") throw kernelError("forbidden");
}
