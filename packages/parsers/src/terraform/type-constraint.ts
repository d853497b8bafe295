/** Type constraints of variables: read from their expression, applied to values. */
import type { UnknownValue, Value } from '@kumomori/model';
import { nullValue } from '@kumomori/model';
import type { Expression } from '../hcl/index.ts';
import { describeKind, failure, isFailure } from './access.ts';
import { compareStrings, identityKey, toBoolValue, toNumberValue, toStringValue } from '../values/index.ts';
import type { Scope } from './scope.ts';

export type TypeConstraint =
  | { readonly kind: 'any' | 'string' | 'number' | 'bool' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly element: TypeConstraint }
  | { readonly kind: 'tuple'; readonly items: readonly TypeConstraint[] }
  | { readonly kind: 'object'; readonly attributes: ReadonlyMap<string, AttributeType> };

interface AttributeType {
  readonly type: TypeConstraint;
  readonly optional: boolean;
  readonly fallback: Value | null;
}

const ANY: TypeConstraint = { kind: 'any' };

/** `null` for an expression that is no type. The defaults inside `optional()` are evaluated in `scope`. */
export function readType(expression: Expression, scope: Scope): TypeConstraint | null {
  // Terraform before 0.12 wrote the names in quotes.
  if (expression.kind === 'literal') return typeof expression.value === 'string' ? simpleType(expression.value) : null;
  if (expression.kind === 'name') return simpleType(expression.name);
  if (expression.kind !== 'call') return null;
  const [first] = expression.args;
  if (first === undefined) return null;
  if (expression.name === 'object') return first.kind === 'object' ? objectType(first, scope) : null;
  if (expression.name === 'tuple')
    return first.kind === 'list' ? { kind: 'tuple', items: first.items.map((item) => readType(item, scope) ?? ANY) } : null;
  const { name } = expression;
  if (name !== 'list' && name !== 'set' && name !== 'map') return null;
  const element = readType(first, scope);
  return element && { kind: name, element };
}

function simpleType(name: string): TypeConstraint | null {
  if (name === 'any' || name === 'string' || name === 'number' || name === 'bool') return { kind: name };
  return name === 'list' || name === 'map' || name === 'set' ? { kind: name, element: ANY } : null;
}

function objectType(expression: Extract<Expression, { kind: 'object' }>, scope: Scope): TypeConstraint {
  const attributes = new Map<string, AttributeType>();
  for (const { key, value } of expression.entries) {
    if (key.kind === 'literal') attributes.set(String(key.value), attributeType(value, scope));
  }
  return { kind: 'object', attributes };
}

function attributeType(expression: Expression, scope: Scope): AttributeType {
  if (expression.kind !== 'call' || expression.name !== 'optional')
    return { type: readType(expression, scope) ?? ANY, optional: false, fallback: null };
  const [inner, fallback] = expression.args;
  return {
    type: (inner && readType(inner, scope)) ?? ANY,
    optional: true,
    fallback: fallback ? scope.run.evaluate(fallback, scope) : null,
  };
}

/** The value as the type wants it, or a failure. Unknown parts stay as they are; positions and ways are kept. */
export function convertToType(value: Value, type: TypeConstraint): Value {
  if (value.kind === 'unknown' || value.kind === 'null' || type.kind === 'any') return value;
  switch (type.kind) {
    case 'string':
      return toStringValue(value);
    case 'number':
      return toNumberValue(value);
    case 'bool':
      return toBoolValue(value);
    case 'list':
    case 'set':
      return convertList(value, type.kind, type.element);
    case 'map':
      return convertMap(value, type.element);
    case 'tuple':
      return convertTuple(value, type.items);
    case 'object':
      return convertObject(value, type.attributes);
  }
}

function mismatch(value: Value, wanted: string): UnknownValue {
  return failure(`${describeKind(value)} where ${wanted} is wanted`, value.range);
}

function convertList(value: Value, kind: 'list' | 'set', element: TypeConstraint): Value {
  if (value.kind !== 'list' && value.kind !== 'set') return mismatch(value, `a ${kind}`);
  const items: Value[] = [];
  for (const item of value.items) {
    const converted = convertToType(item, element);
    if (isFailure(converted) && !isFailure(item)) return converted;
    items.push(converted);
  }
  if (value.kind === kind && items.every((item, index) => item === value.items[index])) return value;
  return { ...value, kind, items: kind === 'set' && value.kind === 'list' ? withoutDoubles(items) : items };
}

/** Sets are sorted and without doubles, as far as their elements are known. */
function withoutDoubles(items: readonly Value[]): readonly Value[] {
  const known = new Map<string, Value>();
  const others: Value[] = [];
  for (const item of items) {
    const key = identityKey(item);
    if (key === null) others.push(item);
    else if (!known.has(key)) known.set(key, item);
  }
  const sorted = [...known.values()].sort((a, b) =>
    a.kind === 'string' && b.kind === 'string'
      ? compareStrings(a.value, b.value)
      : a.kind === 'number' && b.kind === 'number'
        ? a.value - b.value
        : 0,
  );
  return [...sorted, ...others];
}

function convertMap(value: Value, element: TypeConstraint): Value {
  if (value.kind !== 'map') return mismatch(value, 'a map');
  const entries = new Map<string, Value>();
  for (const [name, entry] of value.entries) {
    const converted = convertToType(entry, element);
    if (isFailure(converted) && !isFailure(entry)) return converted;
    entries.set(name, converted);
  }
  return { ...value, entries };
}

function convertTuple(value: Value, types: readonly TypeConstraint[]): Value {
  if (value.kind !== 'list') return mismatch(value, 'a tuple');
  return { ...value, items: value.items.map((item, index) => convertToType(item, types[index] ?? ANY)) };
}

/** Attributes the type does not name are dropped, as Terraform does; optional ones that are missing or null get their default. */
function convertObject(value: Value, attributes: ReadonlyMap<string, AttributeType>): Value {
  if (value.kind !== 'map') return mismatch(value, 'an object');
  const entries = new Map<string, Value>();
  for (const [name, { type, optional, fallback }] of attributes) {
    const given = value.entries.get(name);
    const missing = given === undefined || (given.kind === 'null' && fallback !== null);
    if (missing && given === undefined && value.rest) continue;
    if (missing && !optional) return failure(`attribute "${name}" is missing`, value.range);
    const converted = missing ? convertToType(fallback ?? nullValue(value.range), type) : convertToType(given, type);
    if (isFailure(converted) && !(given && isFailure(given))) return converted;
    entries.set(name, converted);
  }
  return { ...value, entries };
}
