import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { readActorId, readCookie } from "./session.ts";

const secret = "a secret of at least thirty-two characters";
const plain = { origin: "http://localhost:3000", authSecret: secret };
const secure = { origin: "https://atrium.example", authSecret: secret };
const sign = (sub: string, maxAge = 60) => encode({ token: { sub }, secret, maxAge });

describe("readActorId", () => {
  it("names the person of the session cookie", async () => {
    const token = await sign("person-1");
    expect(await readActorId(`a=b; atrium.session=${token}`, plain)).toBe("person-1");
    expect(await readActorId(`__Host-atrium.session=${token}`, secure)).toBe("person-1");
  });

  it("behind https takes only the cookie that no other host can set", async () => {
    const token = await sign("person-1");
    expect(await readActorId(`atrium.session=${token}`, secure)).toBeNull();
  });

  it("names nobody for a cookie that is forged, too old, of another secret, or missing", async () => {
    const token = await sign("person-1");
    const foreign = await encode({ token: { sub: "person-1" }, secret: `${secret}!` });
    const old = await sign("person-1", -60);
    for (const value of [`${token.slice(0, -2)}xx`, foreign, old, "", "null"]) {
      expect(await readActorId(`atrium.session=${value}`, plain)).toBeNull();
    }
    expect(await readActorId(undefined, plain)).toBeNull();
  });

  it("is not misled by cookies whose names begin alike", async () => {
    const token = await sign("person-1");
    const cookies = `atrium.session.0=${token.slice(0, 9)}; atrium.session.1=${token.slice(9)}`;
    expect(await readActorId(cookies, plain)).toBeNull();
  });
});

describe("readCookie", () => {
  it("reads the first of a name, whole", () => {
    expect(readCookie("a=1; b=x=y; b=2", "b")).toBe("x=y");
    expect(readCookie(" ab=1", "b")).toBeUndefined();
    expect(readCookie(null, "b")).toBeUndefined();
  });
});
