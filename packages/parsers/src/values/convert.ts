/**
 * Terraform's automatic conversions between primitive types, equality and ordering over the value domain. A conversion keeps the
 * place, way and dependencies of the value; one that Terraform would refuse gives an unknown with code `failed-function`.
 */
import { unknownValue, withDependencies } from '@kumomori/model';
import type {
  BoolValue,
  ListValue,
  MapValue,
  NumberValue,
  StringValue,
  TemplateValue,
  UnknownValue,
  Value,
  ValueBase,
} from '@kumomori/model';
import { parseDecimal } from '../documents/index.ts';

export type TypeName = 'string' | 'number' | 'bool' | 'list' | 'set' | 'map' | 'null' | 'unknown';

/** The kind of type a value has in Terraform's words; a text with unknown parts is a string. `list` also stands for tuples, `map` for objects. */
export function typeOf(value: Value): TypeName {
  return value.kind === 'template' ? 'string' : value.kind;
}

/** Decimal digits without exponent, as Terraform prints numbers in strings: 1e21 gives "1000000000000000000000", 0.5 gives "0.5". */
export function formatNumber(value: number): string {
  const text = String(Object.is(value, -0) ? 0 : value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Any primitive as a string. Null, unknown, strings and texts with unknown parts come back as they are; collections fail. */
export function toStringValue(value: Value): Value {
  if (value.kind === 'number')
    return { ...origin(value), kind: 'string', value: formatNumber(value.value), structure: null } satisfies StringValue;
  if (value.kind === 'bool') return { ...origin(value), kind: 'string', value: String(value.value), structure: null } satisfies StringValue;
  return isCollection(value) ? refuse(value, 'string') : value;
}

/** Numbers, and strings that hold one. Null and unknown come back as they are; a text with unknown parts gives its first unknown. */
export function toNumberValue(value: Value): Value {
  if (value.kind === 'number' || value.kind === 'null' || value.kind === 'unknown') return value;
  if (value.kind === 'template') return firstUnknown(value);
  if (value.kind !== 'string') return refuse(value, 'number');
  const number = parseDecimal(value.value);
  return number === null ? refuse(value, 'number') : ({ ...origin(value), kind: 'number', value: number } satisfies NumberValue);
}

/** Booleans, and the strings "true", "false", "1", "0". Null and unknown come back as they are. */
export function toBoolValue(value: Value): Value {
  if (value.kind === 'bool' || value.kind === 'null' || value.kind === 'unknown') return value;
  if (value.kind === 'template') return firstUnknown(value);
  if (value.kind !== 'string') return refuse(value, 'bool');
  const isTrue = value.value === 'true' || value.value === '1';
  const isFalse = value.value === 'false' || value.value === '0';
  return isTrue || isFalse ? ({ ...origin(value), kind: 'bool', value: isTrue } satisfies BoolValue) : refuse(value, 'bool');
}

function isCollection(value: Value): value is ListValue | MapValue {
  return value.kind === 'list' || value.kind === 'set' || value.kind === 'map';
}

function origin(value: Value): ValueBase {
  return { range: value.range, via: value.via, refs: value.refs, sensitive: value.sensitive };
}

/** The reason a text is not wholly known, carrying all that the text depends on. */
export function firstUnknown(value: TemplateValue): UnknownValue {
  const unknowns = value.parts.filter((part) => typeof part !== 'string');
  const first = unknowns[0] ?? unknownValue('computed', 'a part of the text is unknown', value.range);
  return withDependencies(first, [value, ...unknowns]);
}

function refuse(value: Value, wanted: string): UnknownValue {
  const shown = value.kind === 'string' && !value.sensitive && value.value.length <= 60 ? `string "${value.value}"` : `a ${typeOf(value)}`;
  const failed = unknownValue('failed-function', `${shown} cannot be converted to ${wanted}`, value.range);
  return withDependencies({ ...failed, via: value.via }, [value]);
}

/** Negative, zero or positive: order by Unicode code points, which is the byte order of UTF-8 that Terraform sorts by. */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left === right) continue;
    // Surrogates (0xD800-0xDFFF) stand for code points above every other code unit.
    const leftHigh = left >= 0xd800 && left <= 0xdfff;
    const rightHigh = right >= 0xd800 && right <= 0xdfff;
    return leftHigh === rightHigh ? left - right : leftHigh ? 1 : -1;
  }
  return a.length - b.length;
}

/** Comparisons of shared substructures can grow exponentially; beyond this many nodes the answer is "not known". */
const MAX_COMPARED_NODES = 200_000;

/**
 * Terraform's `==`, three-valued: null when unknown parts decide. Types are not converted ("1" is not 1), null equals only null.
 * Lists and tuples, maps and objects are not told apart. Texts with unknown parts differ when their known ends differ.
 */
export function valuesEqual(a: Value, b: Value): boolean | null {
  return equal(a, b, { nodes: 0 });
}

function equal(a: Value, b: Value, budget: { nodes: number }): boolean | null {
  if (++budget.nodes > MAX_COMPARED_NODES) return null;
  if (a.kind === 'unknown' || b.kind === 'unknown') return null;
  if (a.kind === 'null' || b.kind === 'null') return a.kind === b.kind;
  if (isText(a) && isText(b)) return textsEqual(a, b);
  if (a.kind === 'number' && b.kind === 'number') return a.value === b.value;
  if (a.kind === 'bool' && b.kind === 'bool') return a.value === b.value;
  if (a.kind === 'map' && b.kind === 'map') return mapsEqual(a, b, budget);
  if (a.kind === 'list' && b.kind === 'list') return listsEqual(a, b, budget);
  if (a.kind === 'set' && b.kind === 'set') return setsEqual(a, b, budget);
  return false;
}

function isText(value: Value): value is StringValue | TemplateValue {
  return value.kind === 'string' || value.kind === 'template';
}

function textsEqual(a: StringValue | TemplateValue, b: StringValue | TemplateValue): boolean | null {
  if (a.kind === 'string' && b.kind === 'string') return a.value === b.value;
  const [left, right] = [knownEnds(a), knownEnds(b)];
  const start = Math.min(left.start.length, right.start.length);
  const end = Math.min(left.end.length, right.end.length);
  if (left.start.slice(0, start) !== right.start.slice(0, start)) return false;
  if (left.end.slice(left.end.length - end) !== right.end.slice(right.end.length - end)) return false;
  if (a.kind === 'string' && right.minimum > a.value.length) return false;
  if (b.kind === 'string' && left.minimum > b.value.length) return false;
  return null;
}

function knownEnds(text: StringValue | TemplateValue): { start: string; end: string; minimum: number } {
  if (text.kind === 'string') return { start: text.value, end: text.value, minimum: text.value.length };
  const first = text.parts[0];
  const last = text.parts.at(-1);
  const minimum = text.parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
  return { start: typeof first === 'string' ? first : '', end: typeof last === 'string' ? last : '', minimum };
}

function listsEqual(a: ListValue, b: ListValue, budget: { nodes: number }): boolean | null {
  if (a.rest === null && b.items.length > a.items.length) return false;
  if (b.rest === null && a.items.length > b.items.length) return false;
  if (a.rest !== null || b.rest !== null) return null;
  let result: boolean | null = true;
  for (let at = 0; at < a.items.length; at++) {
    const [left, right] = [a.items[at], b.items[at]];
    const same = left && right ? equal(left, right, budget) : false;
    if (same === false) return false;
    if (same === null) result = null;
  }
  return result;
}

function setsEqual(a: ListValue, b: ListValue, budget: { nodes: number }): boolean | null {
  const left = keysOf(a);
  const right = keysOf(b);
  if (left === null || right === null) return null;
  budget.nodes += left.size + right.size;
  return left.size === right.size && [...left].every((key) => right.has(key));
}

function keysOf(set: ListValue): ReadonlySet<string> | null {
  if (set.rest !== null) return null;
  const keys = new Set<string>();
  for (const item of set.items) {
    const key = identityKey(item);
    if (key === null) return null;
    keys.add(key);
  }
  return keys;
}

function mapsEqual(a: MapValue, b: MapValue, budget: { nodes: number }): boolean | null {
  let result: boolean | null = a.rest === null && b.rest === null ? true : null;
  for (const key of b.entries.keys()) if (!a.entries.has(key) && a.rest === null) return false;
  for (const [key, left] of a.entries) {
    const right = b.entries.get(key);
    if (!right && b.rest === null) return false;
    const same = right ? equal(left, right, budget) : null;
    if (same === false) return false;
    if (same === null) result = null;
  }
  return result;
}

/** A text equal for equal values and different for different ones; null when a part is unknown or the value is too big to compare. */
export function identityKey(value: Value): string | null {
  const parts: string[] = [];
  return writeKey(value, parts) ? parts.join('') : null;
}

function writeKey(value: Value, parts: string[]): boolean {
  if (parts.length > MAX_COMPARED_NODES) return false;
  switch (value.kind) {
    case 'unknown':
    case 'template':
      return false;
    case 'null':
      parts.push('z;');
      return true;
    case 'string':
      parts.push(`s${value.value.length}:${value.value};`);
      return true;
    case 'number':
    case 'bool':
      parts.push(`${value.kind[0]}${value.value};`);
      return true;
    case 'map':
      parts.push('{');
      for (const [key, item] of sortedEntries(value)) {
        parts.push(`${key.length}:${key}=`);
        if (!writeKey(item, parts)) return false;
      }
      parts.push('}');
      return value.rest === null;
    default: {
      parts.push(value.kind === 'set' ? '<' : '[');
      for (const item of value.items) if (!writeKey(item, parts)) return false;
      parts.push(']');
      return value.rest === null;
    }
  }
}

/** The entries of a map in the order Terraform visits them: keys ascending by code point. */
export function sortedEntries(map: MapValue): readonly (readonly [string, Value])[] {
  return [...map.entries].sort(([a], [b]) => compareStrings(a, b));
}
