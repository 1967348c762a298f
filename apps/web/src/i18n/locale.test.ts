import { describe, expect, it } from "vitest";
import { localeFromHeader, pickLocale } from "./locale.ts";

describe("localeFromHeader", () => {
  it("takes the heaviest supported language, regions aside", () => {
    expect(localeFromHeader("de, en;q=0.4, sv-FI;q=0.8, fi;q=0.1")).toBe("sv");
    expect(localeFromHeader("fi-FI,fi;q=0.9,en;q=0.8")).toBe("fi");
  });

  it("skips refused languages and nonsense", () => {
    expect(localeFromHeader("fi;q=0, sv;q=0.1")).toBe("sv");
    expect(localeFromHeader("*;q=x, ,;;")).toBeNull();
    expect(localeFromHeader(undefined)).toBeNull();
  });
});

describe("pickLocale", () => {
  it("asks the cookie, the account, the browser, and then gives English", () => {
    expect(pickLocale({ cookie: "sv", person: "fi", header: "en" })).toBe("sv");
    expect(pickLocale({ cookie: "xx", person: "fi", header: "en" })).toBe("fi");
    expect(pickLocale({ header: "fi" })).toBe("fi");
    expect(pickLocale({})).toBe("en");
  });
});
