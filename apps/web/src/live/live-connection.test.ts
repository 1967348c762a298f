import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLiveConnection, type LiveStatus } from "./live-connection.ts";

interface FakeStream {
  event(event: string): void;
  closed(): void;
  open: boolean;
}

function setUp() {
  const streams: FakeStream[] = [];
  const events: string[] = [];
  const statuses: LiveStatus[] = [];
  const connection = createLiveConnection<string>({
    open(handlers) {
      const stream: FakeStream = { ...handlers, open: true };
      streams.push(stream);
      return {
        close() {
          stream.open = false;
        },
      };
    },
    onEvent: (event) => events.push(event),
    onStatus: (status) => statuses.push(status),
    random: () => 1,
  });
  return { connection, streams, events, statuses, last: () => streams.at(-1) as FakeStream };
}

describe("live connection", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("comes back after a loss, later after each further loss, and at once after a success", () => {
    const { connection, streams, last, statuses } = setUp();
    connection.connect();
    const waits: number[] = [];
    for (let loss = 0; loss < 9; loss += 1) {
      last().closed();
      const from = Date.now();
      vi.advanceTimersToNextTimer();
      waits.push(Date.now() - from);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
    last().event("ready");
    expect(statuses.at(-1)).toBe("live");
    last().closed();
    vi.advanceTimersByTime(500);
    expect(streams).toHaveLength(11);
  });

  it("keeps one stream open at a time and does not hear the older ones", () => {
    const { connection, streams, events, last } = setUp();
    connection.connect();
    connection.connect();
    streams[0]?.event("old");
    streams[0]?.closed();
    last().event("new");
    expect(streams.map((stream) => stream.open)).toEqual([false, true]);
    expect(events).toEqual(["new"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("retries at once when told, but leaves an open stream alone", () => {
    const { connection, streams, last } = setUp();
    connection.connect();
    connection.retryNow();
    expect(streams).toHaveLength(1);
    last().closed();
    connection.retryNow();
    expect(streams).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
    last().closed();
    // Forgets how often it has failed: the network that comes back may need a moment.
    vi.advanceTimersByTime(500);
    expect(streams).toHaveLength(3);
  });

  it("stays closed after stop", () => {
    const { connection, streams, last } = setUp();
    connection.connect();
    last().closed();
    connection.stop();
    vi.advanceTimersByTime(120_000);
    expect(streams).toHaveLength(1);
    expect(last().open).toBe(false);
  });
});
