/** Patterns that are more than values: what each of their observations needs, and which values an event must show before it is worth asking. */
import type { Observable, StixComparison, StixObservation } from '@kumomori/model';
import { patternValues } from '@kumomori/model';
import type { Predicate } from './predicate.ts';
import { predicateOf } from './predicate.ts';

/** One `[…]` of a pattern. */
export interface IntelLeaf {
  /** Number of the indicator. */
  readonly owner: number;
  /** Which `[…]` of the pattern it is, from the left. */
  readonly index: number;
  readonly holds: Predicate;
  /** One of these must be in an event; null: every event is asked. */
  readonly anchors: readonly Observable[] | null;
}

/** True for patterns that one event fulfills or does not: no order, no number, no span of time. */
export function isSingle(pattern: StixObservation): boolean {
  return pattern.op === 'observe' || (pattern.op === 'or' && pattern.items.every((item) => isSingle(item)));
}

/** The `[…]` of a pattern from the left. */
export function observationsOf(pattern: StixObservation): readonly Extract<StixObservation, { op: 'observe' }>[] {
  if (pattern.op === 'observe') return [pattern];
  if ('items' in pattern) return pattern.items.flatMap((item) => observationsOf(item));
  return observationsOf(pattern.item);
}

export function leavesOf(owner: number, pattern: StixObservation): readonly IntelLeaf[] {
  return observationsOf(pattern).map(({ test }, index) => ({ owner, index, holds: predicateOf(test), anchors: anchorsOf(test) }));
}

function anchorsOf(test: StixComparison): readonly Observable[] | null {
  if (test.op === 'and') {
    const found = test.items.map((item) => anchorsOf(item)).filter((each) => each !== null);
    return found.toSorted((a, b) => a.length - b.length)[0] ?? null;
  }
  if (test.op === 'or') {
    const found = test.items.map((item) => anchorsOf(item));
    return found.some((each) => each === null) ? null : found.flatMap((each) => each ?? []);
  }
  return patternValues({ op: 'observe', test, at: 0 });
}
