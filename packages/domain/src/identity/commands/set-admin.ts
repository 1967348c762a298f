import { users } from "@atrium/db/schema/identity";
import { eq } from "drizzle-orm";
import type { WriteCtx } from "../../kernel/context.ts";
import { requireSystem } from "../../kernel/guards.ts";
import { identityError } from "../errors.ts";

/** Gives or takes the site role. The operator's tool is its only caller. */
export async function setAdmin(
  ctx: WriteCtx,
  input: { userId: string; isAdmin: boolean },
): Promise<void> {
  requireSystem(ctx);
  const changed = await ctx.tx
    .update(users)
    .set({ isAdmin: input.isAdmin })
    .where(eq(users.id, input.userId))
    .returning({ id: users.id });
  if (changed.length === 0) throw identityError("identity.unknown_user");
  ctx.audit({
    action: "user.admin_set",
    subjectType: "user",
    subjectId: input.userId,
    details: { isAdmin: input.isAdmin },
  });
}
