import { getMe } from "@atrium/domain/identity/queries";
import { meSchema } from "@atrium/domain/identity/schema";
import { DomainError } from "@atrium/domain/kernel/errors";
import { requireUser } from "@atrium/domain/kernel/guards";
import { runRead } from "@atrium/domain/kernel/transaction";
import { publicProcedure, router } from "../trpc.ts";

export const sessionRouter = router({
  /** Who is signed in; null for nobody, and for somebody whose account is gone. */
  me: publicProcedure.output(meSchema.nullable()).query(async ({ ctx }) => {
    const { actorId, requestId, database } = ctx;
    if (actorId === null) return null;
    return runRead(database, { actorId, requestId }, (read) => {
      requireUser(read);
      return getMe(read);
    }).catch((error: unknown) => {
      if (error instanceof DomainError && error.kind === "unauthenticated") return null;
      throw error;
    });
  }),
});
