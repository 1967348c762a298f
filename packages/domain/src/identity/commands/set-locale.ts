import { users } from "@atrium/db/schema/identity";
import { eq } from "drizzle-orm";
import type { UserActor } from "../../kernel/actor.ts";
import type { WriteCtx } from "../../kernel/context.ts";
import type { Locale } from "../../kernel/locale.ts";

/** Sets the language of the person's pages and mail. */
export async function setLocale(ctx: WriteCtx<UserActor>, input: { locale: Locale }) {
  await ctx.tx.update(users).set({ locale: input.locale }).where(eq(users.id, ctx.actor.userId));
  return { locale: input.locale };
}
