/** A ledger against the hashes that were sealed of it. */
import type { TamperProblem } from '../problem.ts';

/** Differences of the sealed hashes and those of the ledger's lines now, in the words of tampering. `name` tells of a line, from 1. */
export function compareLedger(
  sealed: readonly string[],
  actual: readonly string[],
  name: (line: number) => string,
): readonly TamperProblem[] {
  const placeOf = places(sealed, actual);
  const matched = new Set(placeOf.filter((place) => place !== null));
  const lastMatched = Math.max(-1, ...matched);
  const extras = new Set(actual.keys().filter((place) => !matched.has(place)));
  const problems: TamperProblem[] = [];
  const tail = placeOf.findLastIndex((place) => place !== null) + 1;
  for (const [index, place] of placeOf.entries()) {
    if (place !== null) continue;
    const before = index === 0 ? -1 : (placeOf[index - 1] ?? null);
    const now = before === null ? index : before + 1;
    if (extras.has(now)) {
      extras.delete(now);
      // What follows is looked for behind this line.
      placeOf[index] = now;
      problems.push({ object: name(now + 1), kind: 'edited', reason: 'entry-changed', facts: [] });
    } else if (index >= tail) {
      problems.push({ object: name(index + 1), kind: 'truncated', reason: 'entries-cut', facts: [String(sealed.length - index)] });
      break;
    } else problems.push({ object: name(index + 1), kind: 'deleted', reason: 'entry-missing', facts: [] });
  }
  // Behind everything that is sealed are entries that wait for their seal.
  for (const place of extras)
    if (place < lastMatched) problems.push({ object: name(place + 1), kind: 'inserted', reason: 'entry-unsealed', facts: [] });
  return [...problems, ...moved(placeOf, matched, name)];
}

/** Sealed index → line (from 0) that holds it now, each line once; null: nowhere. Lines that did not move are found first. */
function places(sealed: readonly string[], actual: readonly string[]): (number | null)[] {
  const free = new Map<string, number[]>();
  for (const [place, hash] of actual.entries()) if (sealed[place] !== hash) free.set(hash, [...(free.get(hash) ?? []), place]);
  return sealed.map((hash, index) => (actual[index] === hash ? index : (free.get(hash)?.shift() ?? null)));
}

/** Lines that are there and come in another order. */
function moved(
  placeOf: readonly (number | null)[],
  matched: ReadonlySet<number>,
  name: (line: number) => string,
): readonly TamperProblem[] {
  const found = placeOf.filter((place): place is number => place !== null && matched.has(place));
  const ordered = found.toSorted((a, b) => a - b);
  return found.flatMap((place, index) =>
    place === ordered[index]
      ? []
      : [{ object: name(place + 1), kind: 'reordered', reason: 'entry-moved', facts: [] } satisfies TamperProblem],
  );
}
