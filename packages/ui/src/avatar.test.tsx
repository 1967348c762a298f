import { expect, it } from "vitest";
import { initialsOf } from "./avatar.tsx";

it.each([
  ["Aino Laine", "AL"],
  ["Aino Maria Laine", "AL"],
  ["  östen ", "Ö"],
  ["", ""],
])("shortens %j to %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
