/** tostring, tonumber, tobool, tolist, toset, tomap, sensitive marks, type, try and can over evaluated arguments. */
import { boolValue, unknownValue } from '@kumomori/model';
import type { Value } from '@kumomori/model';
import { toBoolValue, toNumberValue, toStringValue, typeOf } from '../../values/index.ts';
import type { Failure, FunctionSpec, FunctionTable } from './context.ts';
import { makeSet, unifyItems } from './partial.ts';
import { define, fail, isList, variadic } from './support.ts';

export const conversionFunctions: FunctionTable = {
  tostring: conversion('string', toStringValue),
  tonumber: conversion('number', toNumberValue),
  tobool: conversion('bool', toBoolValue),
  tolist: define(['value'], ([value]) => toList(value)),
  toset: define(['value'], ([value], { range }) => toSet(value, range)),
  tomap: define(['value'], ([value]) => toMap(value)),
  sensitive: define(['value'], ([value]) => ({ ...value, sensitive: true })),
  nonsensitive: { min: 1, max: 1, run: ([value]) => (value ? { ...value, sensitive: false } : fail('it takes one argument')) },
  issensitive: { min: 1, max: 1, run: ([value], { range }) => boolValue(value?.sensitive ?? false, range) },
  ephemeralasnull: define(['value'], ([value]) => value),
  type: define(['value'], ([value]) => (value.kind === 'unknown' ? value : typeOf(value))),
  defaults: variadic(2, 2, (_, { range }) => unknownValue('unsupported', 'defaults() was an experiment and is not evaluated', range)),
  try: variadic(1, 1000, (args) => args.find((arg) => !hasFailed(arg)) ?? fail('none of the arguments can be evaluated')),
  can: variadic(1, 1, ([arg]) => (arg === undefined ? false : arg.kind === 'unknown' && !hasFailed(arg) ? arg : !hasFailed(arg))),
};

/** The unknowns that stand for an error in Terraform, and so make try() go on to its next argument. */
export function hasFailed(value: Value): boolean {
  return value.kind === 'unknown' && (value.reason.code === 'failed-function' || value.reason.code === 'unresolved-reference');
}

function conversion(wanted: string, convert: (value: Value) => Value): FunctionSpec {
  return define(['value'], ([value]) => {
    const made = convert(value);
    const refused = made.kind === 'unknown' && value.kind !== 'unknown' && value.kind !== 'template';
    return refused ? fail(`${made.reason.detail.slice(0, 200)}`.replace(/ cannot .*$/s, ` cannot be converted to ${wanted}`)) : made;
  });
}

function toList(value: Value): Value | Failure {
  if (value.kind === 'unknown' || value.kind === 'null') return value;
  if (!isList(value)) return fail(`a ${typeOf(value)} cannot be converted to a list`);
  const items = unifyItems(value.items);
  return value.kind === 'list' && items === value.items ? value : { ...value, kind: 'list', items };
}

function toSet(value: Value, range: Value['range']): Value | Failure {
  if (value.kind === 'unknown' || value.kind === 'null' || value.kind === 'set') return value;
  if (!isList(value)) return fail(`a ${typeOf(value)} cannot be converted to a set`);
  const set = makeSet(value.items, range, value.rest);
  return { ...value, kind: 'set', items: set.items, rest: set.rest };
}

function toMap(value: Value): Value | Failure {
  if (value.kind === 'unknown' || value.kind === 'null') return value;
  if (value.kind !== 'map') return fail(`a ${typeOf(value)} cannot be converted to a map`);
  const values = [...value.entries.values()];
  const unified = unifyItems(values);
  if (unified === values) return value;
  return { ...value, entries: new Map([...value.entries.keys()].map((key, at) => [key, unified[at] ?? value])) };
}
