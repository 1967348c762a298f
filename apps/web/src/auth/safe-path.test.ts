import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path.ts";

const origin = "https://atrium.example";

describe("safePath", () => {
  it.each([
    ["/support/7?tab=notes#last", "/support/7?tab=notes#last"],
    ["https://atrium.example/inbox", "/inbox"],
    ["inbox", "/inbox"],
  ])("keeps %s", (wanted, path) => {
    expect(safePath(wanted, origin)).toBe(path);
  });

  it.each([
    "//evil.example/a",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example/",
    "https://atrium.example@evil.example/",
    "https://user:pass@atrium.example/",
    "http://atrium.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://",
    "",
    null,
  ])("sends %s home", (wanted) => {
    expect(safePath(wanted, origin)).toBe("/");
  });

  it("never answers a path a browser would read as another host", () => {
    expect(safePath("https://atrium.example//evil.example", origin)).toBe("/evil.example");
    expect(safePath("/\t/evil.example", origin)).toBe("/");
  });
});
