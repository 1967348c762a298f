import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refusal } from "../bootstrap/refusal.mjs";
import type { CommandContext } from "./command.ts";
import { dispatch } from "./dispatch.ts";

const noDatabase: CommandContext = {
  get ownerUrl(): string {
    throw new Refusal("No database", "Start Atrium");
  },
  secret: "s".repeat(32),
  print: () => {},
};

let out: string;

beforeEach(() => {
  out = "";
  for (const method of ["log", "error"] as const) {
    vi.spyOn(console, method).mockImplementation((text) => {
      out += `${text}\n`;
    });
  }
});

afterEach(() => vi.restoreAllMocks());

test("help lists every command and ends well", async () => {
  expect(await dispatch(["--help"], noDatabase)).toBe(0);
  for (const name of [
    "user:create",
    "user:role",
    "token:create",
    "demo:load",
    "migrate",
    "doctor",
  ]) {
    expect(out).toContain(name);
  }
});

test.each(["user:create", "user:role", "token:create", "demo:load", "migrate", "doctor"])(
  "%s explains itself without a database",
  async (name) => {
    expect(await dispatch([name, "--help"], noDatabase)).toBe(0);
    expect(out).toContain(`Usage: pnpm atrium ${name}`);
  },
);

test.each([[[]], [["nonsense"]], [["toString"]], [["migrate", "--nonsense"]]])(
  "%j is a wrong command line: exit code 2 and the usage",
  async (args) => {
    expect(await dispatch(args, noDatabase)).toBe(2);
    expect(out).toContain("Usage: pnpm atrium");
  },
);

test("what cannot be done ends with 1 and says why, without a stack", async () => {
  expect(await dispatch(["migrate"], noDatabase)).toBe(1);
  expect(out).toBe("No database\nStart Atrium\n");
});
