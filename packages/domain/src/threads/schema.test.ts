import { expect, it } from "vitest";
import { languageSchema } from "./schema.ts";

it("takes the languages people write in and refuses tags nobody could read out", () => {
  for (const tag of ["fi", "en", "sv", "en-GB", "zh-Hant", "se", "ar"]) {
    expect(languageSchema.safeParse(tag).success, tag).toBe(true);
  }
  for (const tag of ["", "xx", "e", "english!", "fi_FI_", '"><script>', "a".repeat(36)]) {
    expect(languageSchema.safeParse(tag).success, tag).toBe(false);
  }
});
