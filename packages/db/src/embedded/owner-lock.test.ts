import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { OwnedByOther, takeOwnerLock } from "./owner-lock.ts";
import { processStamp } from "./process-stamp.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "atrium-lock-"));
  path = join(folder, "owner");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a lock is refused while held, and free again after", () => {
  const release = takeOwnerLock(path);
  expect(() => takeOwnerLock(path)).toThrow(OwnedByOther);
  release();
  expect(readdirSync(folder)).toEqual([]);
  takeOwnerLock(path)();
});

test.each([
  ["a process that is gone", "4194304 1\n"],
  [
    "a process whose number somebody else has now",
    `${process.pid} ${processStamp(process.pid)}0\n`,
  ],
  ["nothing readable", "\n"],
])("the lock of %s is taken over", (_of, content) => {
  writeFileSync(path, content);
  const release = takeOwnerLock(path);
  expect(() => takeOwnerLock(path)).toThrow(/is held by process/);
  release();
});
