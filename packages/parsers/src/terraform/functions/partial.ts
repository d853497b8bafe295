/** Shared steps for collections with unknown parts: joining reasons, removing doubles, building sets. */
import { unknownValue, withDependencies } from '@kumomori/model';
import type { ListValue, Range, UnknownValue, Value } from '@kumomori/model';
import { compareStrings, identityKey, toStringValue, valuesEqual } from '../../values/index.ts';
import { findUnknown } from './support.ts';

/** The comparison of partly known elements with all others is quadratic; beyond this many they all count as unknown. */
const MAX_PARTIAL = 100;

/** One unknown standing for several: the first one's reason, everybody's dependencies; null when there is none. */
export function combineUnknowns(unknowns: readonly (UnknownValue | null)[]): UnknownValue | null {
  const present = unknowns.filter((unknown) => unknown !== null);
  const [first] = present;
  return first ? withDependencies(first, present.slice(1)) : null;
}

/** An unknown that stands for a value not wholly known; null for values that are known. */
export function reasonOf(value: Value): UnknownValue | null {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'template') return combineUnknowns(value.parts.filter((part) => typeof part !== 'string'));
  return findUnknown([value]);
}

/** Why two values cannot be compared: an unknown part of one of them, or their size. */
export function undecided(a: Value, b: Value): UnknownValue {
  return reasonOf(a) ?? reasonOf(b) ?? unknownValue('limit', 'the values are too big to be compared');
}

export interface Deduplicated {
  readonly items: readonly Value[];
  /** Reasons of elements that may or may not be doubles of others. */
  readonly rest: UnknownValue | null;
}

/**
 * Each value once, the first occurrence kept. Known elements are always kept; a partly known one only when it surely differs from
 * all others, otherwise it moves to `rest`. O(n) for known elements, bounded for partly known ones.
 */
export function withoutDoubles(values: readonly Value[]): Deduplicated {
  const seen = new Set<string>();
  const known: Value[] = [];
  const partial: Value[] = [];
  const unknowns: UnknownValue[] = [];
  for (const value of values) {
    const key = identityKey(value);
    if (key === null) {
      (value.kind === 'unknown' ? unknowns : partial).push(value);
    } else if (!seen.has(key)) {
      seen.add(key);
      known.push(value);
    }
  }
  const kept = new Set<Value>(known);
  const few = partial.length <= MAX_PARTIAL && known.length * partial.length <= 100_000;
  for (const value of partial) {
    if (few && [...known, ...partial].every((other) => other === value || valuesEqual(other, value) === false)) kept.add(value);
    else unknowns.push(undecided(value, value));
  }
  const rest = combineUnknowns(unknowns);
  const seenObjects = new Set<Value>();
  const items = values.filter((value) => kept.has(value) && !seenObjects.has(value) && seenObjects.add(value));
  return { items, rest };
}

/** A set of the values: without doubles, primitives sorted; of one element type when strings are among them. */
export function makeSet(values: readonly Value[], range: Range | null, rest: UnknownValue | null = null): ListValue {
  const distinct = withoutDoubles(unifyItems(values));
  const items = distinct.items.toSorted(compareElements);
  return { kind: 'set', items, rest: combineUnknowns([rest, distinct.rest]), range, via: null, refs: [], sensitive: false };
}

function compareElements(a: Value, b: Value): number {
  if (a.kind === 'string' && b.kind === 'string') return compareStrings(a.value, b.value);
  if (a.kind === 'number' && b.kind === 'number') return a.value - b.value;
  if (a.kind === 'bool' && b.kind === 'bool') return Number(a.value) - Number(b.value);
  return 0;
}

/** Terraform's collections have one element type: numbers and booleans become strings when a string is among the elements. */
export function unifyItems(values: readonly Value[]): readonly Value[] {
  const kinds = new Set(values.map((value) => value.kind));
  const hasText = kinds.has('string') || kinds.has('template');
  return hasText && (kinds.has('number') || kinds.has('bool')) ? values.map(textIfPrimitive) : values;
}

function textIfPrimitive(value: Value): Value {
  return value.kind === 'number' || value.kind === 'bool' ? toStringValue(value) : value;
}
