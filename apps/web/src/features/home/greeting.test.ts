import { expect, it } from "vitest";
import { greetingOf, hourIn } from "./greeting.ts";

it.each([
  ["2026-11-20T05:30:00Z", "morning"],
  ["2026-11-20T10:00:00Z", "day"],
  ["2026-11-20T15:00:00Z", "evening"],
  ["2026-11-20T23:30:00Z", "evening"],
])("greets a reader in Helsinki at %s with %s", (at, greeting) => {
  expect(greetingOf(hourIn("Europe/Helsinki", new Date(at)))).toBe(greeting);
});
