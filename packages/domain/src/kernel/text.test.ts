import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { typedLine, typedText } from "./text.ts";

describe("typed text", () => {
  it("drops NUL and lone surrogates, which the database and JSON refuse", () => {
    expect(typedText(50).parse("a\0b \ud800c")).toBe("ab \ufffdc");
    expect(typedText(50).parse("line\n\nline")).toBe("line\n\nline");
  });

  it("composes characters, so that ä is ä however it was typed", () => {
    expect(typedLine(50).parse("Ma\u0308ki")).toBe("Mäki");
  });

  it("keeps a line on one line: no header can be added through a subject", () => {
    expect(typedLine(50).parse("Hello\r\nBcc: all@atrium.test")).toBe("Hello Bcc: all@atrium.test");
  });

  it("refuses what is blank or too long, counted as the browser counts", () => {
    expect(typedText(5).safeParse("  \n ").success).toBe(false);
    expect(typedText(5).safeParse("\u200b\u202e").success).toBe(false);
    expect(typedText(5).safeParse("123456").success).toBe(false);
    expect(typedText(5).safeParse("12345").success).toBe(true);
  });
});

describe("cursors", () => {
  it("come back as they went, and nothing else is one", () => {
    const keyset = {
      at: new Date("2026-11-20T10:00:00.123Z"),
      id: "01a1f7c7-636d-7235-a877-e6c2f37b7d5a",
    };
    expect(decodeCursor(encodeCursor(keyset))).toEqual(keyset);
    const forged = Buffer.from('["2026-11-20","1 or 1=1"]').toString("base64url");
    for (const bad of ["", "x", forged, Buffer.from("null").toString("base64url")]) {
      expect(() => decodeCursor(bad)).toThrow("invalid_input");
    }
  });
});
