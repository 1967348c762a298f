import { createHash, randomBytes } from "node:crypto";
import { accessTokens } from "@atrium/db/schema/identity";
import type { z } from "zod";
import type { WriteCtx } from "../../kernel/context.ts";
import { requireSystem } from "../../kernel/guards.ts";
import { newId } from "../../kernel/ids.ts";
import type { createAccessTokenInput } from "../schema.ts";

/**
 * Makes a token for the REST door and returns its secret for the only time. 256 random bits need
 * no slow hash, so SHA-256 is what is stored.
 */
export async function createAccessToken(
  ctx: WriteCtx,
  input: z.output<typeof createAccessTokenInput>,
): Promise<{ id: string; token: string }> {
  requireSystem(ctx);
  const id = newId();
  const token = `atr_${randomBytes(32).toString("base64url")}`;
  const secretHash = createHash("sha256").update(token).digest("hex");
  await ctx.tx.insert(accessTokens).values({ ...input, id, secretHash, createdAt: ctx.now });
  ctx.audit({
    action: "access_token.created",
    subjectType: "access_token",
    subjectId: id,
    details: { userId: input.userId, scopes: input.scopes },
  });
  return { id, token };
}
