import type { UserActor } from "./actor.ts";
import type { ReadCtx, WriteCtx } from "./context.ts";
import { kernelError } from "./errors.ts";

/** Narrows the context to a signed-in person. Throws `unauthenticated`. */
export function requireUser<Ctx extends ReadCtx | WriteCtx>(
  ctx: Ctx,
): asserts ctx is Ctx & { actor: UserActor } {
  if (ctx.actor.kind !== "user") throw kernelError("unauthenticated");
}
