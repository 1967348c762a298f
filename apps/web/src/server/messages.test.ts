import { describe, expect, it } from "vitest";
import { createMessageCatalogue } from "./messages.ts";

const { translate, messages } = createMessageCatalogue({ fresh: false });

describe("translate", () => {
  it("writes a refusal in the reader's language, people by name", () => {
    const details = { assignee: { id: "1", name: "Aino Laine" } };
    expect(translate("fi", "tickets.already_claimed", details)).toContain(
      "Aino Laine on jo ottanut",
    );
    expect(translate("sv", "tickets.already_claimed", details)).toContain("Aino Laine har redan");
  });

  it("has words for a code nobody has written words for", () => {
    expect(translate("en", "tickets.no_such_code")).toBe(translate("en", "internal"));
    expect(translate("en", "tickets.already_claimed", {})).toBe(translate("en", "internal"));
  });
});

describe("messages", () => {
  it("are grouped by the file they come from", () => {
    expect(Object.keys(messages("fi"))).toEqual(expect.arrayContaining(["common", "errors"]));
  });
});
