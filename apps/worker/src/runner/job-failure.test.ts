import { expect, test } from "vitest";
import { z } from "zod";
import { MailError } from "../mail/mail-error.ts";
import { describeFailure } from "./job-failure.ts";

const secret = "student@atrium.test";

test("a failure is told by names and codes, never by a foreign message", () => {
  const cause = Object.assign(new Error(`duplicate key (${secret})`), { code: "23505" });
  const failure = describeFailure(new Error(`Failed query: params: ${secret}`, { cause }));
  expect(failure.summary).toBe("Error < Error 23505");
  expect(failure.at).toMatch(/^ {4}at .*job-failure\.test/);
  expect(JSON.stringify(failure)).not.toContain(secret);
});

test("a message of several lines leaves no line in the stack", () => {
  const failure = describeFailure(new Error(`first\nsecond ${secret}\n    third`));
  expect(JSON.stringify(failure)).not.toContain(secret);
});

test("a mail failure keeps the server's code, a wrong payload the fields", () => {
  expect(describeFailure(new MailError("deferred", "smtp_451")).summary).toBe("MailError smtp_451");
  const wrong = z.object({ postId: z.uuid() }).safeParse({ postId: secret });
  expect(describeFailure(wrong.error).summary).toBe("invalid payload: postId invalid_format");
});
