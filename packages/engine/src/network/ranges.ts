/** Sets of whole numbers as sorted, disjoint, half-open ranges in one flat list: `[from, to, from, to …]`. All operations are linear. */

export type Ranges<N extends number | bigint> = readonly N[];

/** O(n log n) in the number of ranges. */
export function unionOf<N extends number | bigint>(lists: readonly Ranges<N>[]): Ranges<N> {
  const [only] = lists;
  if (only === undefined) return [];
  if (lists.length === 1) return only;
  const pairs: (readonly [N, N])[] = [];
  for (const list of lists) for (const pair of pairsOf(list)) pairs.push(pair);
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const joined: N[] = [];
  for (const [from, to] of pairs) {
    const end = joined.at(-1);
    if (end === undefined || from > end) joined.push(from, to);
    else if (to > end) joined[joined.length - 1] = to;
  }
  return joined;
}

export function intersectionOf<N extends number | bigint>(one: Ranges<N>, other: Ranges<N>): Ranges<N> {
  if (one === other) return one;
  const both: N[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    // Pairs are complete.
    const [a, b, c, d] = [one[i] as N, one[i + 1] as N, other[j] as N, other[j + 1] as N];
    const from = a > c ? a : c;
    const to = b < d ? b : d;
    if (from < to) both.push(from, to);
    if (b < d) i += 2;
    else j += 2;
  }
  return both;
}

export function without<N extends number | bigint>(one: Ranges<N>, taken: Ranges<N>): Ranges<N> {
  if (taken.length === 0 || one.length === 0) return one;
  const left: N[] = [];
  let j = 0;
  for (const [start, end] of pairsOf(one)) {
    let from = start;
    while (j < taken.length && (taken[j + 1] as N) <= from) j += 2; // pairs are complete
    for (let k = j; k < taken.length && from < end; k += 2) {
      const [c, d] = [taken[k] as N, taken[k + 1] as N]; // pairs are complete
      if (c >= end) break;
      if (c > from) left.push(from, c);
      if (d > from) from = d;
    }
    if (from < end) left.push(from, end);
  }
  return left;
}

/** Is all of `other` in `one`? */
export function covers<N extends number | bigint>(one: Ranges<N>, other: Ranges<N>): boolean {
  return one === other || without(other, one).length === 0;
}

export function overlaps<N extends number | bigint>(one: Ranges<N>, other: Ranges<N>): boolean {
  return intersectionOf(one, other).length > 0;
}

export function* pairsOf<N extends number | bigint>(list: Ranges<N>): Generator<readonly [from: N, to: N]> {
  for (let index = 0; index + 1 < list.length; index += 2) yield [list[index] as N, list[index + 1] as N]; // pairs are complete
}
