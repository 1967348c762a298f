import { expect, test } from "vitest";
import { median, percentile, rounded, spreadOf } from "./statistics.ts";

const hundred = Array.from({ length: 100 }, (_, index) => ((index * 37) % 100) + 1);

test("a percentile is a measured value at its nearest rank, in whatever order they came", () => {
  expect(percentile(hundred, 0.5)).toBe(50);
  expect(percentile(hundred, 0.95)).toBe(95);
  expect(percentile(hundred, 0.99)).toBe(99);
  expect(percentile(hundred, 1)).toBe(100);
  expect(percentile([7], 0.99)).toBe(7);
  expect(percentile([1, 1000], 0.99)).toBe(1000);
});

test("values are ordered as numbers and stay as they are", () => {
  const values = [10, 9, 100];
  expect(percentile(values, 0.5)).toBe(10);
  expect(values).toEqual([10, 9, 100]);
});

test("nothing measured has no percentile", () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError);
  expect(() => spreadOf([])).toThrow(RangeError);
});

test("the median lies between the middle two of an even number", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([5])).toBe(5);
});

test("figures keep three significant digits", () => {
  expect(rounded(12_345.6)).toBe(12_300);
  expect(rounded(0.012_345)).toBe(0.0123);
  expect(rounded(0)).toBe(0);
});

test("a spread says the middle and both ends", () => {
  expect(spreadOf([30, 10, 20.04])).toEqual({ median: 20, min: 10, max: 30 });
});
