import { expect, it } from "vitest";
import { newClientKey } from "../threads/client-key.ts";
import { findComposeProblems } from "./compose-draft.ts";

const whole = {
  courseId: "01890a5d-ac96-774b-bcce-b302099a8057",
  subject: "Checker says timeout",
  message: "It works at home.",
  language: "en",
  clientKey: newClientKey(),
};

it("finds nothing wrong with a whole question", async () => {
  expect(await findComposeProblems(whole)).toEqual({});
});

it("names each field that keeps a question from being sent", async () => {
  const bad = { ...whole, courseId: "", subject: "x".repeat(121), message: "  \n" };
  expect(await findComposeProblems(bad)).toEqual({
    courseId: "empty",
    subject: "long",
    message: "empty",
  });
});
