import { expect, test } from "vitest";
import { TimeLimitError, withTimeLimit } from "./time-limit.ts";

const never = new AbortController().signal;

test("work that ends in time gives its result", async () => {
  expect(await withTimeLimit(1000, never, async () => "done")).toBe("done");
});

test("work that does not listen is left behind at the limit, with its signal aborted", async () => {
  let seen: AbortSignal | undefined;
  const work = withTimeLimit(20, never, (signal) => {
    seen = signal;
    return new Promise(() => undefined);
  });
  await expect(work).rejects.toThrow(TimeLimitError);
  expect(seen?.aborted).toBe(true);
});

test("the worker's own stop reaches the work", async () => {
  const stop = new AbortController();
  const work = withTimeLimit(1000, stop.signal, async (signal) => {
    stop.abort();
    return signal.aborted;
  });
  expect(await work).toBe(true);
});
