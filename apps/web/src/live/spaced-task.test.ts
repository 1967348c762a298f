import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSpacedTask } from "./spaced-task.ts";

describe("spaced task", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("answers a single request soon and a flood twice a second", () => {
    const task = vi.fn();
    const spaced = createSpacedTask(task);
    spaced.request();
    vi.advanceTimersByTime(50);
    expect(task).toHaveBeenCalledTimes(1);
    for (let at = 0; at < 2000; at += 10) {
      spaced.request();
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(500);
    expect(task.mock.calls.length).toBeGreaterThanOrEqual(4);
    expect(task.mock.calls.length).toBeLessThanOrEqual(6);
  });

  it("does not run after cancel", () => {
    const task = vi.fn();
    const spaced = createSpacedTask(task);
    spaced.request();
    spaced.cancel();
    vi.advanceTimersByTime(1000);
    expect(task).not.toHaveBeenCalled();
  });
});
