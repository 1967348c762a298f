/** The middle of repeated measurements, and how far apart they were. */
export interface Spread {
  median: number;
  min: number;
  max: number;
}

/**
 * The smallest value that at least `share` (above 0, at most 1) of all values do not exceed
 * (nearest rank: always a value that was measured, never one in between).
 *
 * @throws RangeError without values.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("no values");
  return value;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const upper = percentile(
    values.map((value) => -value),
    0.5,
  );
  return (percentile(values, 0.5) - upper) / 2;
}

/** Three significant digits: more would claim a precision that repeating does not show. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

export function spreadOf(values: readonly number[]): Spread {
  return {
    median: rounded(median(values)),
    min: rounded(Math.min(...values)),
    max: rounded(Math.max(...values)),
  };
}
