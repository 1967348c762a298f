import { credentials, users } from "@atrium/db/schema/identity";
import type { z } from "zod";
import type { WriteCtx } from "../../kernel/context.ts";
import { requireSystem } from "../../kernel/guards.ts";
import { newId } from "../../kernel/ids.ts";
import { identityError } from "../errors.ts";
import type { createUserInput } from "../schema.ts";

export interface NewUser extends Omit<z.output<typeof createUserInput>, "password"> {
  /** argon2id, made outside the transaction: hashing takes longer than a transaction should. */
  passwordHash: string;
}

/** Adds a person who signs in by password. Throws `identity.email_taken`. */
export async function createUser(ctx: WriteCtx, input: NewUser): Promise<{ id: string }> {
  requireSystem(ctx);
  const { passwordHash, ...person } = input;
  const id = newId();
  const added = await ctx.tx
    .insert(users)
    .values({ ...person, id, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (added.length === 0) throw identityError("identity.email_taken");
  await ctx.tx.insert(credentials).values({ userId: id, passwordHash, updatedAt: ctx.now });
  ctx.audit({ action: "user.created", subjectType: "user", subjectId: id });
  return { id };
}
