import { afterEach, expect, it, vi } from "vitest";
import type { Change, StreamHandlers } from "./change-stream.ts";
import { SharedChanges } from "./shared-changes.ts";

interface Stream extends StreamHandlers {
  open: boolean;
}

const streams: Stream[] = [];
const closers: (() => void)[] = [];
const openStreams = () => streams.filter((stream) => stream.open);
const ready: Change = { type: "ready" };
let person = 0;

/** A tab with the browser's own locks and channels, which Node has too; only the stream is ours. */
function openTab(name: string, { silent = false } = {}) {
  const changes: Change[] = [];
  const channel = new BroadcastChannel(name);
  const shared = new SharedChanges({
    ...{ name, channel, tab: `${Math.random()}`, locks: navigator.locks, patienceMs: 100 },
    open(handlers) {
      const stream = { ...handlers, open: true };
      streams.push(stream);
      return {
        close() {
          stream.open = false;
        },
      };
    },
    onChange: (change) => changes.push(change),
  });
  const close = () => {
    shared.leave();
    channel.close();
  };
  closers.push(close);
  shared.join();
  // A tab the browser has stopped keeps its lock and hears nothing.
  if (silent) vi.spyOn(channel, "postMessage").mockImplementation(() => undefined);
  return { shared, changes, close };
}

const newName = () => `person-${++person}`;
const oneStream = () => vi.waitFor(() => expect(openStreams()).toHaveLength(1));

afterEach(() => {
  for (const close of closers.splice(0)) close();
  streams.length = 0;
});

it("keeps one stream for all tabs, and every tab hears it", async () => {
  const name = newName();
  const tabs = [openTab(name), openTab(name), openTab(name)];
  await oneStream();
  openStreams()[0]?.event(ready);
  openStreams()[0]?.event({ type: "ticket", ticketId: "t" });
  await vi.waitFor(() => {
    for (const { changes } of tabs)
      expect(changes).toEqual([ready, { type: "ticket", ticketId: "t" }]);
  });
  // One that comes later reads afresh as well, and the others need not.
  const late = openTab(name);
  await vi.waitFor(() => expect(late.changes).toEqual([ready]));
  expect(tabs.map(({ changes }) => changes.length)).toEqual([2, 2, 2]);
  expect(streams).toHaveLength(1);
});

it("goes on in another tab when the one with the stream is closed", async () => {
  const name = newName();
  const [leader, follower, other] = [openTab(name), openTab(name), openTab(name)];
  await oneStream();
  leader.close();
  await vi.waitFor(() => expect(streams).toHaveLength(2));
  await oneStream();
  openStreams()[0]?.event(ready);
  await vi.waitFor(() => expect([follower.changes, other.changes]).toEqual([[ready], [ready]]));
});

it("takes the stream over from a tab that has stopped, which follows when it wakes", async () => {
  const name = newName();
  const leader = openTab(name, { silent: true });
  await oneStream();
  const follower = openTab(name);
  follower.shared.check();
  await vi.waitFor(() => expect(streams).toHaveLength(2));
  await oneStream();
  openStreams()[0]?.event(ready);
  await vi.waitFor(() => expect([leader.changes, follower.changes]).toEqual([[ready], [ready]]));
});

it("leaves a tab that answers alone", async () => {
  const name = newName();
  openTab(name);
  await oneStream();
  const follower = openTab(name);
  follower.shared.check();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(streams).toHaveLength(1);
});

it("does not mix people, and needs neither locks nor channels", async () => {
  const [mine, theirs] = [openTab(newName()), openTab(newName())];
  await vi.waitFor(() => expect(openStreams()).toHaveLength(2));
  streams[0]?.event(ready);
  expect([mine.changes, theirs.changes]).toEqual([[ready], []]);
  const alone: Change[] = [];
  const tab = new SharedChanges({
    ...{ name: newName(), tab: "1", channel: undefined, locks: undefined },
    open: (handlers) => {
      handlers.event(ready);
      return { close: () => undefined };
    },
    onChange: (change) => alone.push(change),
  });
  tab.join();
  expect(alone).toEqual([ready]);
  tab.leave();
});
