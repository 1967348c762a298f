import { describe, expect, it, vi } from "vitest";
import { createPageCache } from "./page-cache.ts";

function setUp(capacity = 10) {
  let time = 0;
  const onRenderError = vi.fn();
  const render = vi.fn(async (key: string) => `${key}@${time}`);
  const cache = createPageCache<string>({
    render,
    capacity,
    freshMs: 60_000,
    staleMs: 600_000,
    onRenderError,
    now: () => time,
  });
  return {
    cache,
    render,
    onRenderError,
    pass(ms: number) {
      time += ms;
    },
  };
}

describe("page cache", () => {
  it("renders once for all who ask at the same time", async () => {
    const { cache, render } = setUp();
    const pages = await Promise.all(Array.from({ length: 50 }, () => cache.get("/about fi")));
    expect(new Set(pages)).toEqual(new Set(["/about fi@0"]));
    expect(render).toHaveBeenCalledTimes(1);
  });

  it("serves an old page at once and makes a new one behind it", async () => {
    const { cache, pass } = setUp();
    await cache.get("a");
    pass(61_000);
    expect(await cache.get("a")).toBe("a@0");
    await vi.waitFor(async () => expect(await cache.get("a")).toBe("a@61000"));
  });

  it("waits for a new page when the old one is too old", async () => {
    const { cache, pass } = setUp();
    await cache.get("a");
    pass(601_000);
    expect(await cache.get("a")).toBe("a@601000");
  });

  it("serves the old page however old when no new one can be made, without trying for each reader", async () => {
    const { cache, render, pass, onRenderError } = setUp();
    await cache.get("a");
    render.mockRejectedValue(new Error("database away"));
    pass(86_400_000);
    expect(await cache.get("a")).toBe("a@0");
    expect(await cache.get("a")).toBe("a@0");
    expect(onRenderError).toHaveBeenCalledTimes(1);
    pass(5_000);
    await cache.get("a");
    expect(onRenderError).toHaveBeenCalledTimes(2);
  });

  it("lets the first reader see the failure when there is nothing to serve", async () => {
    const { cache, render } = setUp();
    render.mockRejectedValueOnce(new Error("no page"));
    await expect(cache.get("a")).rejects.toThrow("no page");
    expect(await cache.get("a")).toBe("a@0");
  });

  it("drops the page longest unused", async () => {
    const { cache, render } = setUp(2);
    await cache.get("a");
    await cache.get("b");
    await cache.get("a");
    await cache.get("c");
    await cache.get("a");
    expect(render.mock.calls.map(([key]) => key)).toEqual(["a", "b", "c"]);
    await cache.get("b");
    expect(render).toHaveBeenCalledTimes(4);
  });
});
