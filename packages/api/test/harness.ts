import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Database } from "@atrium/db/client";
import { buildMember } from "@atrium/domain/testing/factories/identity";
import { buildStaffedCourse, buildTicket } from "@atrium/domain/testing/factories/tickets";
import { createWorld } from "@atrium/domain/testing/world";
import { claimTicket } from "@atrium/domain/tickets/commands/claim-ticket";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { createServerCaller } from "../src/caller.ts";
import { type ApiContext, createApiContext } from "../src/context.ts";
import { createLiveHub } from "../src/live-hub.ts";
import { appRouter } from "../src/root.ts";

/** A world with the API in front of it and one ticket of each kind the rights depend on. */
export async function createApiHarness() {
  const world = await createWorld();
  const people = await buildStaffedCourse(world);
  const foreignStudent = await buildMember(world, people.elsewhere.id, "student");
  const live = createLiveHub(world.app);
  await live.start();
  const contextFor = (actorId: string | null, database = world.app): ApiContext =>
    createApiContext({
      database,
      live,
      actorId,
      locale: "en",
      requestId: "test-request",
      translate: (_locale, code) => code,
    });

  const build = {
    pending: () => buildTicket(world, people.student.id, people.course.id),
    async taken() {
      const ticket = await buildTicket(world, people.student.id, people.course.id);
      await world.writeAs(people.assistant.id, (ctx) => claimTicket(ctx, { ticketId: ticket.id }));
      return ticket;
    },
    foreign: () => buildTicket(world, foreignStudent.id, people.elsewhere.id),
  };

  return {
    world,
    live,
    people: { ...people, foreignStudent },
    build,
    callerFor: (actorId: string | null, database?: Database) =>
      createServerCaller(contextFor(actorId, database)),
    /** The same router behind real HTTP; the caller's id comes in a header. */
    serve: () => serve((userId) => contextFor(userId)),
    async destroy() {
      await live.close();
      await world.destroy();
    },
  };
}

export type ApiHarness = Awaited<ReturnType<typeof createApiHarness>>;

async function serve(contextFor: (userId: string | null) => ApiContext) {
  const handler = createHTTPHandler({
    router: appRouter,
    createContext: ({ req }) => contextFor(req.headers["x-user"]?.toString() ?? null),
  });
  const server: Server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
