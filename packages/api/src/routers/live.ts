import { getMe } from "@atrium/domain/identity/queries";
import { tracked } from "@trpc/server";
import { z } from "zod";
import { authedProcedure, router } from "../trpc.ts";

export const liveRouter = router({
  /**
   * The one stream of a page (server-sent events). Nothing is replayed: every connection begins
   * with `ready`, upon which the page reads what it shows, so a reconnect can lose nothing.
   */
  changes: authedProcedure
    .input(z.strictObject({ lastEventId: z.string().max(100).nullish() }).optional())
    .subscription(async function* ({ ctx, signal }) {
      // Refuses people whose account is gone before a stream is kept for them.
      await ctx.read(getMe);
      let sent = 0;
      for await (const event of ctx.live.subscribe(ctx.actorId, signal)) {
        sent += 1;
        yield tracked(`${ctx.requestId}-${sent}`, event);
      }
    }),
});
