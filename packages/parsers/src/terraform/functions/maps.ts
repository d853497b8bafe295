/** Functions over maps and objects, and coalesce. */
import { listValue, mapValue, stringValue, withDependencies } from '@kumomori/model';
import type { MapValue, Range, UnknownValue, Value } from '@kumomori/model';
import { compareStrings, sortedEntries, toStringValue, typeOf } from '../../values/index.ts';
import type { Failure, FunctionTable } from './context.ts';
import { hasKnownText } from './lists.ts';
import { combineUnknowns, reasonOf } from './partial.ts';
import { define, fail, isList, variadic } from './support.ts';

export const mapFunctions: FunctionTable = {
  keys: define(['map'], ([map], { range }) => {
    const keys = [...map.entries.keys()].toSorted(compareStrings);
    return listValue(
      keys.map((key) => stringValue(key, range)),
      range,
      map.rest,
    );
  }),
  values: define(['map'], ([map], { range }) =>
    listValue(
      sortedEntries(map).map(([, value]) => value),
      range,
      map.rest,
    ),
  ),
  lookup: define(['map', 'string', 'value'], ([map, key, fallback]) => lookup(map, key, fallback), 1),
  merge: variadic(0, 1000, (args, { range }) => merge(args, range)),
  map: variadic(0, 10_000, (args, { range }) => legacyMap(args, range)),
  transpose: define(['map'], ([map], { range }) => transpose(map, range)),
  coalesce: variadic(1, 1000, (args) => coalesce(args)),
};

function lookup(map: MapValue, key: string, fallback: Value | undefined): Value | Failure {
  const found = map.entries.get(key);
  if (found) return found;
  return map.rest ?? fallback ?? fail(`the map has no key "${key.slice(0, 60)}" and no default is given`);
}

/** Later maps win. Keys set before an unknown map may be overridden by it and become unknown; keys set after it stay known. */
function merge(args: readonly Value[], range: Range | null): Value | Failure {
  const entries = new Map<string, Value>();
  const unknowns: UnknownValue[] = [];
  for (const [at, arg] of args.entries()) {
    if (arg.kind === 'null') continue;
    if (arg.kind !== 'map' && arg.kind !== 'unknown') return fail(`argument ${at + 1} must be a map, not a ${typeOf(arg)}`);
    const rest = arg.kind === 'unknown' ? arg : arg.rest;
    if (rest) {
      unknowns.push(rest);
      for (const [key, value] of entries) entries.set(key, withDependencies(rest, [value]));
    }
    if (arg.kind === 'map') for (const [key, value] of arg.entries) entries.set(key, value);
  }
  return mapValue(entries, range, combineUnknowns(unknowns));
}

/** map(key, value, key, value …), removed from Terraform but still found in old code. */
function legacyMap(args: readonly Value[], range: Range | null): Value | Failure {
  if (args.length % 2 === 1) return fail('it takes pairs of key and value');
  const entries = new Map<string, Value>();
  const unknowns: (UnknownValue | null)[] = [];
  for (let at = 0; at + 1 < args.length; at += 2) {
    const [key, value] = args.slice(at, at + 2);
    if (!key || !value) continue;
    const text = toStringValue(key);
    if (text.kind === 'string') entries.set(text.value, value);
    else if (key.kind === 'unknown' || key.kind === 'template') unknowns.push(reasonOf(key));
    else return fail('a key is not a string');
  }
  return mapValue(entries, range, combineUnknowns(unknowns));
}

function transpose(map: MapValue, range: Range | null): Value | Failure {
  const groups = new Map<string, Value[]>();
  const unknowns: (UnknownValue | null)[] = [map.rest];
  for (const [key, list] of sortedEntries(map)) {
    if (list.kind === 'unknown') unknowns.push(list);
    else if (!isList(list)) return fail(`the value of "${key}" is a ${typeOf(list)}, not a list`);
    else {
      unknowns.push(list.rest);
      for (const item of list.items) {
        const text = toStringValue(item);
        if (text.kind === 'string') groups.set(text.value, [...(groups.get(text.value) ?? []), stringValue(key, range)]);
        else if (item.kind === 'unknown' || item.kind === 'template') unknowns.push(reasonOf(item));
        else return fail('an element is not a string');
      }
    }
  }
  const rest = combineUnknowns(unknowns);
  const sorted = [...groups].toSorted(([a], [b]) => compareStrings(a, b));
  return mapValue(new Map(sorted.map(([key, items]) => [key, listValue(items, range, rest)])), range, rest);
}

/** The first argument that is neither null nor "". Decided as soon as one is surely neither; an unknown one before it hides it. */
function coalesce(args: readonly Value[]): Value | Failure {
  const wantsText = args.some((arg) => arg.kind === 'string' || arg.kind === 'template');
  for (const arg of args) {
    if (arg.kind === 'null' || (arg.kind === 'string' && arg.value === '')) continue;
    if (arg.kind === 'template' && !hasKnownText(arg)) return reasonOf(arg) ?? arg;
    return wantsText && (arg.kind === 'number' || arg.kind === 'bool') ? toStringValue(arg) : arg;
  }
  return fail('all arguments are null or empty');
}
