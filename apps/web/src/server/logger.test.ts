import { describe, expect, it } from "vitest";
import { describeError } from "./logger.ts";

describe("describeError", () => {
  it("keeps what people wrote out of the log, however deep it is wrapped", () => {
    const secret = "my thesis, please";
    const row = Object.assign(new Error(`Key (subject)=(${secret}) exists`), {
      severity: "ERROR",
      code: "23505",
      detail: secret,
      constraint_name: "tickets_key",
    });
    const query = Object.assign(
      new Error(`Failed query: insert\nparams: ${secret}`, { cause: row }),
      {
        query: "insert",
        params: [secret],
      },
    );
    const described = describeError(new Error("procedure failed", { cause: query }));
    expect(JSON.stringify(described)).not.toContain("thesis");
    expect(described.message).toBe("procedure failed");
    expect(described.cause?.cause).toMatchObject({ code: "23505", constraint: "tickets_key" });
    expect(described.stack).toContain("    at ");
  });

  it("says no more than the type of what is no error", () => {
    expect(describeError("a message")).toEqual({ type: "string" });
  });
});
