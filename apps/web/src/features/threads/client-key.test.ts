import { expect, it } from "vitest";
import { z } from "zod";
import { newClientKey } from "./client-key.ts";

it("A17: makes a new UUID each time", () => {
  const keys = Array.from({ length: 200 }, newClientKey);
  expect(new Set(keys).size).toBe(200);
  for (const key of keys) expect(z.uuidv4().safeParse(key).success).toBe(true);
});
