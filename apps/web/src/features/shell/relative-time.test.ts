import { expect, it } from "vitest";
import { ageOf } from "./relative-time.ts";

const now = Date.parse("2026-11-20T12:00:00Z");

it.each([
  ["2026-11-20T12:00:20Z", { unit: "now" }],
  ["2026-11-20T11:59:01Z", { unit: "now" }],
  ["2026-11-20T11:54:00Z", { unit: "minutes", count: 6 }],
  ["2026-11-20T11:00:01Z", { unit: "minutes", count: 59 }],
  ["2026-11-20T11:00:00Z", { unit: "hours", count: 1 }],
  ["2026-11-19T12:00:01Z", { unit: "hours", count: 23 }],
  ["2026-11-19T12:00:00Z", { unit: "date", sameYear: true }],
  ["2025-11-19T12:00:00Z", { unit: "date", sameYear: false }],
])("tells %s as %j", (at, age) => {
  expect(ageOf(Date.parse(at), now)).toEqual(age);
});
