/** Functions over lists and sets. What is known of partly unknown lists is kept; `rest` says that more may follow. */
import { boolValue, listValue, mapValue, nullValue, numberValue, withDependencies } from '@kumomori/model';
import type { ListValue, Range, UnknownValue, Value } from '@kumomori/model';
import { compareStrings, toBoolValue, toStringValue, typeOf, valuesEqual } from '../../values/index.ts';
import type { Failure, FunctionTable } from './context.ts';
import { combineUnknowns, reasonOf, undecided, withoutDoubles } from './partial.ts';
import { MAX_ITEMS, define, fail, isList, poison, tooLarge, variadic } from './support.ts';
import { graphemeCount } from './unicode.ts';

export const listFunctions: FunctionTable = {
  length: define(['value'], ([value], { range }) => length(value, range)),
  element: define(['list', 'integer'], ([list, index]) => element(list, index)),
  index: define(['list', 'value'], ([list, value], { range }) => indexOf(list, value, range)),
  contains: define(['list', 'value'], ([list, value]) => contains(list, value)),
  concat: variadic(1, 1000, (args, { range }) => concat(args, range)),
  flatten: define(['list'], ([list], { range }) => flatten(list, range)),
  distinct: define(['list'], ([list], { range }) => {
    const distinct = withoutDoubles(list.items);
    return listValue(distinct.items, range, combineUnknowns([list.rest, distinct.rest]));
  }),
  compact: define(['list'], ([list], { range }) => compact(list, range)),
  reverse: define(['list'], ([list], { range }) => listValue(list.items.toReversed(), range, list.rest)),
  sort: define(['list'], ([list], { range }) => sort(list, range)),
  slice: define(['list', 'integer', 'integer'], ([list, start, end], { range }) => slice(list, start, end, range)),
  chunklist: define(['list', 'integer'], ([list, size], { range }) => chunk(list, size, range)),
  one: define(['list'], ([list], { range }) => {
    if (list.items.length > 1) return fail(`the list has ${list.items.length} elements, not one or none`);
    return list.rest ?? list.items[0] ?? nullValue(range);
  }),
  alltrue: define(['list'], ([list]) => quantify(list, false)),
  anytrue: define(['list'], ([list]) => quantify(list, true)),
  range: define(['number', 'number', 'number'], (args, { range }) => numbers(args, range), 2),
  coalescelist: variadic(1, 1000, (args) => coalesceList(args)),
  matchkeys: define(['list', 'list', 'list'], ([values, keys, wanted], { range }) => matchKeys(values, keys, wanted, range)),
  zipmap: define(['list', 'list'], ([keys, values], { range }) => zipMap(keys, values, range)),
  list: variadic(0, 10_000, (args, { range }) => listValue(args, range)),
};

function length(value: Value, range: Range | null): Value | Failure {
  if (value.kind === 'string') return numberValue(graphemeCount(value.value), range);
  if (value.kind === 'unknown' || value.kind === 'template') return poison(value, []);
  if (value.kind !== 'map' && !isList(value)) return fail(`argument 1 must be a list, a map or a string, not a ${typeOf(value)}`);
  return value.rest ?? numberValue(isList(value) ? value.items.length : value.entries.size, range);
}

function element(list: ListValue, index: number): Value | Failure {
  if (list.rest) return list.rest;
  if (list.kind === 'set') return fail('a set has no order; convert it with tolist first');
  const count = list.items.length;
  if (count === 0) return fail('the list is empty');
  return list.items[((index % count) + count) % count] ?? fail('the index is out of range');
}

function indexOf(list: ListValue, wanted: Value, range: Range | null): Value | Failure {
  let unknown = list.rest;
  for (const [at, item] of list.items.entries()) {
    const same = valuesEqual(item, wanted);
    if (same === true && !unknown) return numberValue(at, range);
    if (same === null) unknown ??= undecided(item, wanted);
  }
  return unknown ?? fail('the value is not in the list');
}

function contains(list: ListValue, wanted: Value): boolean | Value {
  let unknown = list.rest;
  for (const item of list.items) {
    const same = valuesEqual(item, wanted);
    if (same === true) return true;
    if (same === null) unknown ??= undecided(item, wanted);
  }
  return unknown ?? false;
}

function concat(args: readonly Value[], range: Range | null): Value | Failure {
  const items: Value[] = [];
  const unknowns: (UnknownValue | null)[] = [];
  for (const [at, arg] of args.entries()) {
    if (arg.kind === 'unknown') unknowns.push(arg);
    else if (!isList(arg)) return fail(`argument ${at + 1} must be a list, not a ${typeOf(arg)}`);
    else {
      if (items.length + arg.items.length > MAX_ITEMS) return tooLarge(`more than ${MAX_ITEMS} elements`);
      for (const item of arg.items) items.push(item);
      unknowns.push(arg.rest);
    }
  }
  return listValue(items, range, combineUnknowns(unknowns));
}

/** Nested lists as one. An unknown element may be a list itself, so it moves to `rest`. */
function flatten(list: ListValue, range: Range | null): Value | Failure {
  const items: Value[] = [];
  const unknowns: (UnknownValue | null)[] = [];
  const pending: Value[] = [list];
  for (let value = pending.pop(), visited = 0; value; value = pending.pop()) {
    if (++visited > 2 * MAX_ITEMS) return tooLarge(`more than ${MAX_ITEMS} elements`);
    if (value.kind === 'unknown') unknowns.push(value);
    else if (!isList(value)) items.push(value);
    else {
      unknowns.push(value.rest);
      for (const item of value.items.toReversed()) pending.push(withDependencies(item, [value]));
    }
  }
  return listValue(items, range, combineUnknowns(unknowns));
}

function compact(list: ListValue, range: Range | null): Value | Failure {
  const items: Value[] = [];
  const unknowns: (UnknownValue | null)[] = [list.rest];
  for (const item of list.items) {
    const text = toStringValue(item);
    if (text.kind === 'null' || (text.kind === 'string' && text.value === '')) continue;
    if (text.kind === 'string' || hasKnownText(text)) items.push(text);
    else if (item.kind === 'unknown' || item.kind === 'template') unknowns.push(reasonOf(item));
    else return fail(`an element is a ${typeOf(item)}, not a string`);
  }
  return listValue(items, range, combineUnknowns(unknowns));
}

/** True for a text that is surely not empty although parts of it are unknown. */
export function hasKnownText(value: Value): boolean {
  return value.kind === 'template' && value.parts.some((part) => typeof part === 'string' && part !== '');
}

function sort(list: ListValue, range: Range | null): Value | Failure {
  const texts: (Value & { kind: 'string' })[] = [];
  const unknowns: (UnknownValue | null)[] = [list.rest];
  for (const item of list.items) {
    const text = toStringValue(item);
    if (text.kind === 'string') texts.push(text);
    else if (item.kind === 'unknown' || item.kind === 'template') unknowns.push(reasonOf(item));
    else return fail(`an element is a ${typeOf(item)}, not a string`);
  }
  return listValue(
    texts.toSorted((a, b) => compareStrings(a.value, b.value)),
    range,
    combineUnknowns(unknowns),
  );
}

function slice(list: ListValue, start: number, end: number, range: Range | null): Value | Failure {
  if (list.kind === 'set') return fail('a set has no order; convert it with tolist first');
  if (start < 0 || end < start) return fail(`the range ${start} to ${end} is not valid`);
  if (list.rest) return list.rest;
  if (end > list.items.length) return fail(`end ${end} is beyond the ${list.items.length} elements`);
  return listValue(list.items.slice(start, end), range);
}

function chunk(list: ListValue, size: number, range: Range | null): Value | Failure {
  if (size < 0) return fail('the size is negative');
  if (list.rest) return list.rest;
  const width = size === 0 ? Math.max(1, list.items.length) : size;
  const chunks: Value[] = [];
  for (let at = 0; at < list.items.length; at += width) chunks.push(listValue(list.items.slice(at, at + width), range));
  return listValue(chunks, range);
}

/** alltrue (decided by a false element) and anytrue (decided by a true one). A null element counts as false. */
function quantify(list: ListValue, decisive: boolean): boolean | Value | Failure {
  let unknown: UnknownValue | null = list.rest;
  for (const item of list.items) {
    const value = item.kind === 'null' ? boolValue(false) : toBoolValue(item);
    if (value.kind === 'bool' && value.value === decisive) return decisive;
    if (value.kind === 'bool') continue;
    if (value.kind !== 'unknown' || (item.kind !== 'unknown' && item.kind !== 'template')) return fail('an element is not a boolean');
    unknown ??= value;
  }
  return unknown ?? !decisive;
}

/** Terraform's own limit for range(), documented with the function. */
const MAX_RANGE = 1024;

function numbers(args: readonly (number | undefined)[], range: Range | null): Value | Failure {
  const [first = 0, second, third] = args;
  const [start, end] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (end < start ? -1 : 1);
  if (step === 0) return fail('the step is zero');
  if (start < end !== step > 0 && start !== end) return fail('the step leads away from the end');
  const items: Value[] = [];
  for (let value = start; step > 0 ? value < end : value > end; value += step) {
    if (items.length === MAX_RANGE) return fail(`more than ${MAX_RANGE} elements`);
    items.push(numberValue(value, range));
  }
  return listValue(items, range);
}

function coalesceList(args: readonly Value[]): Value | Failure {
  for (const [at, arg] of args.entries()) {
    if (arg.kind === 'null') continue;
    if (arg.kind === 'unknown') return arg;
    if (!isList(arg)) return fail(`argument ${at + 1} must be a list, not a ${typeOf(arg)}`);
    if (arg.items.length > 0) return arg;
    if (arg.rest) return arg.rest;
  }
  return fail('all lists are empty');
}

function matchKeys(values: ListValue, keys: ListValue, wanted: ListValue, range: Range | null): Value | Failure {
  const rest = combineUnknowns([values.rest, keys.rest]);
  if (rest) return listValue([], range, rest);
  if (values.items.length !== keys.items.length) return fail('values and keys differ in length');
  if (keys.items.length * wanted.items.length > 1_000_000) return tooLarge('too many keys to compare');
  const items: Value[] = [];
  const unknowns: (UnknownValue | null)[] = [];
  for (const [at, key] of keys.items.entries()) {
    const found = contains(wanted, key);
    const value = values.items[at];
    if (found === true && value) items.push(value);
    else if (typeof found !== 'boolean' && found.kind === 'unknown') unknowns.push(found);
  }
  return listValue(items, range, combineUnknowns(unknowns));
}

function zipMap(keys: ListValue, values: ListValue, range: Range | null): Value | Failure {
  const unknowns = [keys.rest, values.rest];
  const rest = combineUnknowns(unknowns);
  if (rest) return mapValue(new Map(), range, rest);
  if (keys.items.length !== values.items.length) return fail('keys and values differ in length');
  const entries = new Map<string, Value>();
  for (const [at, key] of keys.items.entries()) {
    const text = toStringValue(key);
    const value = values.items[at];
    if (text.kind === 'string' && value) entries.set(text.value, value);
    else if (key.kind === 'unknown' || key.kind === 'template') unknowns.push(reasonOf(key));
    else return fail('a key is not a string');
  }
  return mapValue(entries, range, combineUnknowns(unknowns));
}
