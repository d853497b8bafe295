/** Numbers that a few wild days do not move. */

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Of values in order of size, the one that a share (0 to 1) of them does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Standard deviation of a normal distribution for a median absolute deviation of one. */
const NORMAL = 1.4826;
/** Deviations of the logarithm below it are no more than a calm fortnight. */
const FLOOR = 0.3;

/**
 * How far a count is from what went before, in robust deviations of ln(1 + n). The deviation is at least that of calm days, and that of counting itself
 * (Poisson: 1/√n).
 */
export function robustZ(count: number, before: readonly number[]): number {
  const logs = before.map((each) => Math.log1p(each));
  const middle = median(logs);
  const spread = NORMAL * median(logs.map((each) => Math.abs(each - middle)));
  const counting = 1 / Math.sqrt(1 + Math.expm1(middle));
  return (Math.log1p(count) - middle) / Math.max(spread, FLOOR, counting);
}

/** Minus the logarithm of having seen something `times` in `of`, smoothed by half an observation. */
export function surprise(times: number, of: number): number {
  return -Math.log((times + 0.5) / (of + 1));
}
