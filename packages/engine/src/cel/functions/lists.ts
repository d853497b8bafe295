/** Functions over lists, maps, sets and optional values. */
import { Unanswered } from '@kumomori/model';
import { sumOf } from '../arithmetic.ts';
import { compare, equals, knownItems } from '../equality.ts';
import { faults } from '../faults.ts';
import type { CelRun } from '../run.ts';
import { charge } from '../run.ts';
import type { CelValue, KnownCelValue } from '../values.ts';
import { ArrayList, CelFault, CelList, CelMap, CelOptional, CelPartial, CelTime, CelUint, NO_VALUE, shortTypeName } from '../values.ts';
import type { CelFunction } from './define.ts';
import { define, int, list } from './define.ts';

export function listFunctions(): readonly CelFunction[] {
  return [
    define('list<T>.size(): int', ([a]) => sizeOfList(list(a))),
    define('size(list<T>): int', ([a]) => sizeOfList(list(a))),
    define('map<K, V>.size(): int', ([a]) => sizeOfMap(a)),
    define('size(map<K, V>): int', ([a]) => sizeOfMap(a)),
    define('list<T>.sum(): T', ([a], run) => sumOf(list(a), run)),
    define('list<T>.min(): T', ([a], run) => extreme(list(a), { name: 'min', sign: -1, run })),
    define('list<T>.max(): T', ([a], run) => extreme(list(a), { name: 'max', sign: 1, run })),
    define('list<T>.isSorted(): bool', ([a], run) => isSorted(list(a), run)),
    define('list<T>.indexOf(T): int', ([a, b], run) => position(list(a), b ?? null, { run, last: false })),
    define('list<T>.lastIndexOf(T): int', ([a, b], run) => position(list(a), b ?? null, { run, last: true })),
    define('list<T>.reverse(): list<T>', ([a]) => eachKnown(list(a), (items) => new ArrayList(items.toReversed()))),
    define('list<T>.distinct(): list<T>', ([a], run) => distinct(list(a), run)),
    define('list<T>.sort(): list<T>', ([a], run) => sort(list(a), run)),
    define('list<T>.slice(int, int): list<T>', ([a, from, to]) => slice(list(a), Number(int(from)), Number(int(to)))),
    define('list<T>.flatten(): list<dyn>', ([a], run) => flatten(list(a), run)),
    define('list<T>.first(): optional<T>', ([a]) => end(list(a), 0)),
    define('list<T>.last(): optional<T>', ([a]) => end(list(a), -1)),
    define('lists.range(int): list<int>', ([n], run) => range(int(n), run)),
    define('sets.contains(list<T>, list<T>): bool', ([a, b], run) => containsAll(list(a), list(b), run)),
    define('sets.equivalent(list<T>, list<T>): bool', ([a, b], run) => {
      const one = containsAll(list(a), list(b), run);
      return one === true ? containsAll(list(b), list(a), run) : one;
    }),
    define('sets.intersects(list<T>, list<T>): bool', ([a, b], run) => intersects(list(a), list(b), run)),
    define('optional.of(T): optional<T>', ([a]) => new CelOptional(a)),
    define('optional.none(): optional<dyn>', () => NO_VALUE),
    define('optional.ofNonZeroValue(T): optional<T>', ([a]) => (isZero(a ?? null) ? NO_VALUE : new CelOptional(a))),
    define('optional<T>.hasValue(): bool', ([a]) => a instanceof CelOptional && a.value !== undefined),
    define('optional<T>.value(): T', ([a]) => (a instanceof CelOptional ? (a.value ?? missing(a)) : null)),
    define('optional<T>.orValue(T): T', ([a, b]) => (a instanceof CelOptional && a.value !== undefined ? a.value : (b ?? null)), true),
    define('optional<T>.or(optional<T>): optional<T>', ([a, b]) =>
      a instanceof CelOptional && a.value !== undefined ? a : (b ?? NO_VALUE),
    ),
  ];
}

function missing({ value }: CelOptional): CelValue {
  return value === undefined ? faults.noOptional() : value;
}

function sizeOfList(items: CelList): CelValue {
  const { open } = items;
  if (open) return open;
  items.look();
  return BigInt(items.length);
}

function sizeOfMap(value: KnownCelValue | undefined): CelValue {
  if (!(value instanceof CelMap)) return 0n;
  const { rest } = value;
  return rest ?? BigInt(value.keys().length);
}

function eachKnown(items: CelList, made: (items: readonly KnownCelValue[]) => CelValue): CelValue {
  const known = knownItems(items);
  return known instanceof Unanswered || known instanceof CelFault ? known : made(known);
}

interface Extreme {
  readonly name: string;
  readonly sign: 1 | -1;
  readonly run: CelRun;
}

function extreme(items: CelList, { name, sign, run }: Extreme): CelValue {
  return eachKnown(items, (known) => {
    let best = known[0];
    if (best === undefined) return faults.badValue(name, 'the list is empty');
    for (const item of known.slice(1)) {
      charge(run, 1);
      const order = compare(item, best);
      if (typeof order !== 'number') return order ?? faults.noOverload(name, [shortTypeName(best), shortTypeName(item)]);
      if (order * sign > 0) best = item;
    }
    return best;
  });
}

function isSorted(items: CelList, run: CelRun): CelValue {
  return eachKnown(items, (known) => {
    for (const [index, item] of known.slice(1).entries()) {
      charge(run, 1);
      const order = compare(known[index] ?? null, item);
      if (typeof order !== 'number') return order ?? faults.noOverload('isSorted', [shortTypeName(item)]);
      if (order > 0) return false;
    }
    return true;
  });
}

function position(items: CelList, wanted: KnownCelValue, { run, last }: { readonly run: CelRun; readonly last: boolean }): CelValue {
  return eachKnown(items, (known) => {
    const order = last ? [...known.keys()].toReversed() : [...known.keys()];
    for (const index of order) {
      const same = equals(known[index] ?? null, wanted, run);
      if (same === true) return BigInt(index);
      if (same !== false) return same;
    }
    return -1n;
  });
}

function distinct(items: CelList, run: CelRun): CelValue {
  return eachKnown(items, (known) => {
    const kept: KnownCelValue[] = [];
    for (const item of known) {
      charge(run, kept.length);
      if (!kept.some((each) => equals(each, item, run) === true)) kept.push(item);
    }
    return new ArrayList(kept);
  });
}

function sort(items: CelList, run: CelRun): CelValue {
  return eachKnown(items, (known) => {
    charge(run, known.length * 10);
    const [first] = known;
    const wrong = known.find((item) => typeof compare(item, first ?? null) !== 'number');
    if (wrong !== undefined) return faults.noOverload('sort', [shortTypeName(wrong)]);
    return new ArrayList([...known].sort((a, b) => Number(compare(a, b))));
  });
}

function slice(items: CelList, from: number, to: number): CelValue {
  return eachKnown(items, (known) => {
    if (from < 0 || to > known.length || from > to) return faults.noIndex(`${from}:${to}`, known.length);
    return new ArrayList(known.slice(from, to));
  });
}

function flatten(items: CelList, run: CelRun): CelValue {
  return eachKnown(items, (known) => {
    const made: CelValue[] = [];
    for (const item of known) {
      if (!(item instanceof CelList)) made.push(item);
      else {
        const inner = knownItems(item);
        if (inner instanceof Unanswered || inner instanceof CelFault) return inner;
        charge(run, inner.length);
        made.push(...inner);
      }
    }
    return new ArrayList(made);
  });
}

function end(items: CelList, at: number): CelValue {
  return eachKnown(items, (known) => {
    const value = known.at(at);
    return value === undefined ? NO_VALUE : new CelOptional(value);
  });
}

function range(count: bigint, run: CelRun): CelValue {
  charge(run, Number(count < 0n ? 0n : count));
  return new ArrayList(Array.from({ length: Math.max(0, Number(count)) }, (_, index) => BigInt(index)));
}

/** Every element of `wanted` is in `items`: false as soon as one certainly is not. */
function containsAll(items: CelList, wanted: CelList, run: CelRun): CelValue {
  let undecided: CelValue | null = wanted.rest;
  for (let index = 0; index < wanted.length; index++) {
    const found = hasElement(items, wanted.at(index), run);
    if (found === false && !wanted.isUncertain(index)) return false;
    if (found !== true) undecided ??= found === false ? (wanted.open ?? false) : found;
  }
  return undecided ?? true;
}

function intersects(items: CelList, others: CelList, run: CelRun): CelValue {
  let undecided: CelValue | null = others.rest;
  for (let index = 0; index < others.length; index++) {
    const found = hasElement(items, others.at(index), run);
    if (found === true && !others.isUncertain(index)) return true;
    if (found !== false) undecided ??= found === true ? (others.open ?? true) : found;
  }
  return undecided ?? false;
}

function hasElement(items: CelList, wanted: CelValue, run: CelRun): CelValue {
  let undecided: CelValue | null = items.rest;
  for (let index = 0; index < items.length; index++) {
    charge(run, 1);
    const same = equals(items.at(index), wanted, run);
    if (same === true && !items.isUncertain(index)) return true;
    if (same !== false) undecided ??= same === true ? (items.open ?? true) : same;
  }
  return undecided ?? false;
}

function isZero(value: KnownCelValue): boolean {
  if (value instanceof CelList) return value.length === 0 && !value.open;
  if (value instanceof CelMap) return value.keys().length === 0 && !value.rest;
  if (value instanceof CelUint) return value.value === 0n;
  if (value instanceof CelTime) return value.kind === 'duration' && value.nanoseconds === 0n;
  if (value instanceof Uint8Array) return value.length === 0;
  return value instanceof CelPartial ? false : !value;
}
