import { liveRouter } from "./routers/live.ts";
import { peopleRouter } from "./routers/people.ts";
import { sessionRouter } from "./routers/session.ts";
import { ticketsRouter } from "./routers/tickets.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  session: sessionRouter,
  people: peopleRouter,
  tickets: ticketsRouter,
  live: liveRouter,
});

export type AppRouter = typeof appRouter;
