/** Set algebra. An element is kept when it surely belongs to the result, left out when it surely does not, otherwise covered by `rest`. */
import { listValue } from '@kumomori/model';
import type { ListValue, Range, UnknownValue, Value } from '@kumomori/model';
import { identityKey, typeOf, valuesEqual } from '../../values/index.ts';
import type { Failure, FunctionSpec, FunctionTable } from './context.ts';
import { combineUnknowns, makeSet, undecided, unifyItems } from './partial.ts';
import { MAX_ITEMS, fail, isList, tooLarge, variadic } from './support.ts';

export const setFunctions: FunctionTable = {
  setunion: overSets(1, (sets, range) => {
    const items = sets.flatMap((set) => set.items);
    return items.length > MAX_ITEMS ? tooLarge(`more than ${MAX_ITEMS} elements`) : makeSet(items, range, restOf(sets));
  }),
  setintersection: overSets(1, (sets, range) => intersect(sets, range)),
  setsubtract: overSets(2, ([from, removed], range) => (from && removed ? subtract(from, removed, range) : fail('it takes two sets')), 2),
  setproduct: overSets(1, (sets, range) => product(sets, range), Infinity, false),
};

type SetBody = (sets: readonly ListValue[], range: Range | null) => Value | Failure;

/** Arguments as sets of one element type (or as they are when `asSets` is false); an unknown one is a set of which nothing is known. */
function overSets(min: number, body: SetBody, max = 1000, asSets = true): FunctionSpec {
  return variadic(min, Math.min(max, 1000), (args, { range }) => {
    const sets: ListValue[] = [];
    for (const [at, arg] of args.entries()) {
      if (arg.kind === 'unknown') sets.push({ ...listValue([], range, arg), kind: 'set' });
      else if (isList(arg)) sets.push(arg);
      else return fail(`argument ${at + 1} must be a set, not a ${typeOf(arg)}`);
    }
    return body(asSets ? unifySets(sets, range) : sets, range);
  });
}

function unifySets(sets: readonly ListValue[], range: Range | null): readonly ListValue[] {
  const items = unifyItems(sets.flatMap((set) => set.items));
  let from = 0;
  return sets.map((set) => {
    from += set.items.length;
    return makeSet(items.slice(from - set.items.length, from), range, set.rest);
  });
}

function restOf(sets: readonly ListValue[]): UnknownValue | null {
  return combineUnknowns(sets.map((set) => set.rest));
}

/** Whether a set has an element: true, false, or the reason why that is not known. */
function membership(set: ListValue, keys: ReadonlySet<string>, wanted: Value): boolean | UnknownValue {
  const key = identityKey(wanted);
  if (key !== null && keys.has(key)) return true;
  for (const item of set.items) {
    if (key !== null && identityKeyOf(item) !== null) continue;
    if (valuesEqual(item, wanted) === null) return undecided(item, wanted);
  }
  return set.rest ?? false;
}

const identityKeyOf = (item: Value): string | null => (item.kind === 'template' || item.kind === 'unknown' ? null : identityKey(item));

function keysOf(set: ListValue): ReadonlySet<string> {
  return new Set(set.items.map(identityKey).filter((key) => key !== null));
}

function intersect(sets: readonly ListValue[], range: Range | null): Value | Failure {
  const [first, ...others] = sets;
  if (!first) return fail('it takes at least one set');
  const kept: Value[] = [];
  const unknowns: (UnknownValue | null)[] = [];
  const known = others.map((set) => ({ set, keys: keysOf(set) }));
  for (const item of first.items) {
    const answers = known.map(({ set, keys }) => membership(set, keys, item));
    if (answers.includes(false)) continue;
    if (answers.every((answer) => answer === true)) kept.push(item);
    else unknowns.push(...answers.filter((answer) => typeof answer !== 'boolean'));
  }
  // Elements of an unknown rest can only be in the result when no other set is known to be empty.
  const someEmpty = sets.some((set) => set.items.length === 0 && !set.rest);
  return makeSet(kept, range, combineUnknowns([...unknowns, someEmpty ? null : first.rest]));
}

function subtract(from: ListValue, removed: ListValue, range: Range | null): Value {
  const keys = keysOf(removed);
  const kept: Value[] = [];
  const unknowns: (UnknownValue | null)[] = [from.rest];
  for (const item of from.items) {
    const answer = membership(removed, keys, item);
    if (answer === false) kept.push(item);
    else if (answer !== true) unknowns.push(answer);
  }
  return makeSet(kept, range, combineUnknowns(unknowns));
}

function product(sets: readonly ListValue[], range: Range | null): Value | Failure {
  const kind = sets.every((set) => set.kind === 'set') ? 'set' : 'list';
  if (sets.some((set) => set.items.length === 0 && !set.rest)) return { ...listValue([], range), kind };
  let rows: (readonly Value[])[] = [[]];
  for (const set of sets) {
    if (rows.length * set.items.length > MAX_ITEMS) return tooLarge(`more than ${MAX_ITEMS} combinations`);
    rows = rows.flatMap((row) => set.items.map((item) => [...row, item]));
  }
  return {
    ...listValue(
      rows.map((row) => listValue(row, range)),
      range,
      restOf(sets),
    ),
    kind,
  };
}
