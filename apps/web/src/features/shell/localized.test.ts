import { expect, it } from "vitest";
import { pickText } from "./localized.ts";

it.each([
  [
    { fi: "Moi", en: "Hi" },
    { text: "Moi", lang: "fi" },
  ],
  [
    { sv: "Hej", en: "Hi" },
    { text: "Hi", lang: "en" },
  ],
  [
    { fi: "", de: "Hallo" },
    { text: "Hallo", lang: "de" },
  ],
  [{}, { text: "", lang: "fi" }],
])("picks from %j for a reader of Finnish", (texts, picked) => {
  expect(pickText(texts, "fi")).toEqual(picked);
});
