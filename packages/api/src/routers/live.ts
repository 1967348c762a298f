import { getMe } from "@atrium/domain/identity/queries";
import { tracked } from "@trpc/server";
import { z } from "zod";
import type { LiveEvent } from "../live-queue.ts";
import { authedProcedure, router } from "../trpc.ts";

export const liveRouter = router({
  /**
   * The one stream of a page (server-sent events). Nothing is replayed: every connection begins
   * with `ready`, upon which the page reads what it shows, so a reconnect can lose nothing.
   */
  changes: authedProcedure
    .input(z.strictObject({ lastEventId: z.string().max(100).nullish() }).optional())
    .subscription(async ({ ctx, signal }) => {
      // Refuses people whose account is gone before a stream is kept for them.
      await ctx.read(getMe);
      return track(ctx.requestId, ctx.live.subscribe(ctx.actorId, signal));
    }),
});

async function* track(connection: string, events: AsyncIterable<LiveEvent>) {
  let sent = 0;
  for await (const event of events) {
    sent += 1;
    yield tracked(`${connection}-${sent}`, event);
  }
}
