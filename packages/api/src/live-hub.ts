import type { Database } from "@atrium/db/client";
import { CHANGES_CHANNEL, type Change, changeSchema } from "@atrium/domain/kernel/changes";
import { runRead } from "@atrium/domain/kernel/transaction";
import { listTicketWatchers } from "@atrium/domain/tickets/live/queries";
import { ChangeQueue } from "./change-queue.ts";
import { type LiveEvent, LiveQueue } from "./live-queue.ts";

export interface LiveHub {
  /** Begins to listen; resolves once the database has confirmed it. */
  start(): Promise<void>;
  /** Events for one person's stream, beginning with `ready`; ends with the signal or the hub. */
  subscribe(userId: string, signal: AbortSignal | undefined): AsyncIterable<LiveEvent>;
  /** How many streams are open. */
  size(): number;
  close(): Promise<void>;
}

export interface LiveHubOptions {
  /** Told about failures that cost the streams an event; they are made good by `ready`. */
  onError?(error: unknown): void;
}

/**
 * Hands the changes that transactions announce to the streams of the people who may know of them.
 * One LISTEN connection per process. Whenever an event may have been missed - the connection was
 * lost, the database did not answer - every stream gets `ready`, and its page reads afresh.
 */
export function createLiveHub(database: Database, options: LiveHubOptions = {}): LiveHub {
  const streams = new Map<LiveQueue, string>();
  let listener: { unlisten(): Promise<void> } | undefined;
  const waiting = new ChangeQueue();
  let delivery: Promise<void> | undefined;

  const tellAll = () => {
    for (const stream of streams.keys()) stream.push({ type: "ready" });
  };
  const deliver = async (change: Change) => {
    const connected = [...new Set(streams.values())];
    if (connected.length === 0) return;
    const watchers = new Set(
      await runRead(database, { actorId: null }, (ctx) =>
        listTicketWatchers(ctx, change, connected),
      ),
    );
    const { type, ticketId, courseId } = change;
    for (const [stream, userId] of streams) {
      if (watchers.has(userId)) stream.push({ type, ticketId, courseId });
    }
  };
  const receive = (payload: string) => {
    const change = changeSchema.parse(JSON.parse(payload));
    waiting.add(change);
    delivery ??= deliverWaiting().finally(() => {
      delivery = undefined;
    });
  };
  const deliverWaiting = async () => {
    for (let change = waiting.take(); change; change = waiting.take()) {
      try {
        if (change === "overflow") tellAll();
        else await deliver(change);
      } catch (error) {
        options.onError?.(error);
        tellAll();
      }
    }
  };

  return {
    async start() {
      // The last argument runs at every (re)connection; the first one finds no stream yet.
      listener = await database.sql.listen(CHANGES_CHANNEL, receive, tellAll);
    },
    async *subscribe(userId, signal) {
      const stream = new LiveQueue(signal);
      stream.push({ type: "ready" });
      streams.set(stream, userId);
      try {
        yield* stream;
      } finally {
        streams.delete(stream);
      }
    },
    size: () => streams.size,
    async close() {
      for (const stream of streams.keys()) stream.end();
      await listener?.unlisten();
      await delivery;
    },
  };
}
