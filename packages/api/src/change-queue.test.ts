import { newId } from "@atrium/domain/kernel/ids";
import { expect, it } from "vitest";
import { ChangeQueue } from "./change-queue.ts";

const about = (ticketId: string, staffOnly?: boolean) => ({
  type: "ticket" as const,
  ticketId,
  courseId: newId(),
  openerId: newId(),
  ...(staffOnly === undefined ? {} : { staffOnly }),
});

it("delivers several changes of one ticket as one, oldest ticket first", () => {
  const queue = new ChangeQueue();
  const [one, other] = [newId(), newId()];
  for (const ticketId of [one, other, one]) queue.add(about(ticketId));
  const taken = [queue.take(), queue.take(), queue.take()];
  expect(taken.map((change) => (typeof change === "object" ? change.ticketId : change))).toEqual([
    one,
    other,
    undefined,
  ]);
});

it("A8 tells the opener when anything that was merged concerns them, and only then", () => {
  const queue = new ChangeQueue();
  const ticketId = newId();
  queue.add(about(ticketId, true));
  queue.add(about(ticketId, true));
  expect(queue.take()).toMatchObject({ staffOnly: true });
  for (const first of [true, undefined]) {
    queue.add(about(ticketId, first));
    queue.add(about(ticketId, first === true ? undefined : true));
    expect(queue.take()).toMatchObject({ staffOnly: false });
  }
});

it("holds a bounded number: beyond it, everybody reads afresh", () => {
  const queue = new ChangeQueue();
  for (let n = 0; n < 501; n += 1) queue.add(about(newId()));
  expect(queue.take()).toBe("overflow");
  expect(queue.take()).toBeUndefined();
});
