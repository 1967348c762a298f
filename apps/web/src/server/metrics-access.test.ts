import { describe, expect, it } from "vitest";
import { mayReadMetrics } from "./metrics-access.ts";

const local = { authorization: undefined, clientAddress: "127.0.0.1", forwarded: false };

describe("mayReadMetrics", () => {
  it("asks for the token when there is one, even from this machine", () => {
    const token = "a-long-enough-token";
    expect(mayReadMetrics({ ...local, authorization: `Bearer ${token}` }, token)).toBe(true);
    expect(mayReadMetrics({ ...local, authorization: "Bearer wrong" }, token)).toBe(false);
    expect(mayReadMetrics(local, token)).toBe(false);
  });

  it("without a token lets in this machine, and nobody through a proxy", () => {
    expect(mayReadMetrics(local, undefined)).toBe(true);
    expect(mayReadMetrics({ ...local, clientAddress: "::1" }, undefined)).toBe(true);
    expect(mayReadMetrics({ ...local, clientAddress: "10.0.0.4" }, undefined)).toBe(false);
    expect(mayReadMetrics({ ...local, forwarded: true }, undefined)).toBe(false);
    expect(mayReadMetrics({ ...local, clientAddress: "" }, undefined)).toBe(false);
  });
});
