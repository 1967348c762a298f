import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runFolder } from "./env.ts";

/** Where the parts of a running stack answer. */
export interface Stack {
  webUrl: string;
  mailboxUrl: string;
  /** The owner's connection, to look behind the curtain and to break things. */
  ownerUrl: string;
  authSecret: string;
}

const file = join(runFolder, "stack.json");

/** Global setup and the tests run in different processes, so they meet in a file. */
export function writeStack(stack: Stack): void {
  writeFileSync(file, JSON.stringify(stack), { mode: 0o600 });
}

export function readStack(): Stack {
  return JSON.parse(readFileSync(file, "utf8")) as Stack;
}
