import { readFileSync } from "node:fs";
import type { Phase } from "./phases.ts";

export type Counts = { passed: number; failed: number; skipped: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
};

type PlaywrightReport = {
  /** flaky: failed first, passed on a retry. */
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

/** What a phase's test runner counted; null when it did not live to write its report. */
export function readCounts(kind: NonNullable<Phase["counts"]>, file: string): Counts | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return null;
  }
  if (kind === "vitest") {
    const report = JSON.parse(text) as VitestReport;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  }
  const { stats } = JSON.parse(text) as PlaywrightReport;
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}
