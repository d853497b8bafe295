/** How functions are declared: parameter kinds, conversion of arguments, unknown arguments, dependencies of results. */
import { boolValue, MAX_REFERENCES, partsOf, numberValue, stringValue, withDependencies } from '@kumomori/model';
import type { ListValue, MapValue, Range, Reference, TemplateValue, UnknownValue, Value, ValueBase } from '@kumomori/model';
import { firstUnknown, toBoolValue, toNumberValue, toStringValue, typeOf } from '../../values/index.ts';
import type { Failure, FunctionContext, FunctionSpec } from './context.ts';

/** Longest text a function may produce, in UTF-16 code units. */
export const MAX_TEXT = 1_048_576;
/** Most elements a function may produce. */
export const MAX_ITEMS = 100_000;
/** Most nodes visited when dependencies of a nested value are collected. */
const MAX_VISITED = 5_000;

export function fail(reason: string): Failure {
  return { failure: reason, code: 'failed-function' };
}
export function tooLarge(reason: string): Failure {
  return { failure: reason, code: 'limit' };
}
export function isFailure(result: unknown): result is Failure {
  return typeof result === 'object' && result !== null && 'failure' in result;
}

/** What the parameter kinds hand to the body of a function. `integer` is a whole number; `value` is the argument as it is. */
interface Kinds {
  string: string;
  number: number;
  integer: number;
  bool: boolean;
  list: ListValue;
  map: MapValue;
  value: Value;
}
export type KindName = keyof Kinds;
type Arguments<K extends readonly KindName[]> = { [I in keyof K]: K[I] extends KindName ? Kinds[K[I]] : never };
type Result = string | number | boolean | Value | Failure;

/**
 * A function whose arguments must be known: each is converted to its kind, an unknown one makes the result unknown for the same
 * reason, null fails. The last `optional` parameters may be left out (the body sees undefined). Plain results become values at the call.
 */
export function define<const K extends readonly KindName[]>(
  kinds: K,
  body: (args: Arguments<K>, context: FunctionContext) => Result,
  optional = 0,
): FunctionSpec {
  const run = (args: readonly Value[], context: FunctionContext): Value | Failure => {
    const converted: unknown[] = [];
    for (const [at, arg] of args.entries()) {
      const kind = kinds[at] ?? 'value';
      const made = convertArgument(arg, kind, at);
      if (isFailure(made)) return made;
      if (made.unknown) return poison(made.unknown, args);
      converted.push(made.plain);
    }
    // The loop above made element i by kind i, which is what Arguments<K> says.
    return finish(body(converted as unknown as Arguments<K>, context), args, context.range);
  };
  return { min: kinds.length - optional, max: kinds.length, run };
}

/** A function that looks at its arguments itself; dependencies of the arguments are added to what it returns. */
export function variadic(min: number, max: number, body: (args: readonly Value[], context: FunctionContext) => Result): FunctionSpec {
  return { min, max, run: (args, context) => finish(body(args, context), args, context.range) };
}

function finish(result: Result, args: readonly Value[], range: Range | null): Value | Failure {
  if (typeof result === 'object') {
    if (isFailure(result)) return result;
    return result.kind === 'unknown' ? withDependencies(result, [deepDependencies(args)]) : withDependencies(result, args);
  }
  return withDependencies(plainValue(result, range), [deepDependencies(args)]);
}

export function plainValue(plain: string | number | boolean, range: Range | null): Value {
  if (typeof plain === 'string') return stringValue(plain, range);
  return typeof plain === 'number' ? numberValue(plain, range) : boolValue(plain, range);
}

interface Converted {
  readonly plain: unknown;
  readonly unknown: UnknownValue | null;
}

function convertArgument(arg: Value, kind: KindName, at: number): Converted | Failure {
  if (kind === 'value') return { plain: arg, unknown: null };
  if (arg.kind === 'unknown') return { plain: null, unknown: arg };
  if (arg.kind === 'null') return fail(`argument ${at + 1} is null`);
  if (kind === 'list') return isList(arg) ? { plain: arg, unknown: null } : wrongType(arg, 'a list or set', at);
  if (kind === 'map') return arg.kind === 'map' ? { plain: arg, unknown: null } : wrongType(arg, 'a map', at);
  const made = kind === 'string' ? toStringValue(arg) : kind === 'bool' ? toBoolValue(arg) : toNumberValue(arg);
  if (made.kind === 'template') return { plain: null, unknown: firstUnknown(made) };
  if (made.kind === 'unknown') return arg.kind === 'template' ? { plain: null, unknown: made } : wrongType(arg, `a ${kind}`, at);
  const plain = 'value' in made ? made.value : null;
  if (kind === 'integer' && !Number.isSafeInteger(plain)) return fail(`argument ${at + 1} must be a whole number`);
  return { plain, unknown: null };
}

function wrongType(arg: Value, wanted: string, at: number): Failure {
  return fail(`argument ${at + 1} must be ${wanted}, not a ${typeOf(arg)}`);
}

/** The entry of a table under a name of foreign origin; never something inherited from Object. */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

export function isList(value: Value): value is ListValue {
  return value.kind === 'list' || value.kind === 'set';
}

/** The unknown as the result of a call: its own reason and range, the dependencies of all arguments. */
export function poison(unknown: UnknownValue | TemplateValue, args: readonly Value[]): UnknownValue {
  return withDependencies(unknown.kind === 'template' ? firstUnknown(unknown) : unknown, [deepDependencies(args)]);
}

type Dependencies = Pick<ValueBase, 'refs' | 'sensitive'>;

/** Of the contents of a list or map, by the object that holds them: a counted resource of 1,000 instances is looked through once. */
const insideOf = new WeakMap<object, Dependencies>();

/** All references and the sensitivity of values and everything inside them; each shared part is visited once. */
export function deepDependencies(values: readonly Value[]): Dependencies {
  const refs = new Map<string, Reference>();
  let sensitive = false;
  for (const value of values) {
    const inside = dependenciesInside(value);
    sensitive ||= value.sensitive || inside.sensitive;
    for (const ref of [...value.refs, ...inside.refs]) refs.set(`${ref.address}#${ref.attribute}`, ref);
  }
  return { refs: [...refs.values()], sensitive };
}

function dependenciesInside(value: Value): Dependencies {
  const holder = value.kind === 'map' ? value.entries : isList(value) ? value.items : value.kind === 'template' ? value.parts : null;
  if (!holder) return NO_DEPENDENCIES;
  // The rest is no part of the holder, and small.
  const rest = (value.kind === 'map' || isList(value)) && value.rest ? [value.rest] : [];
  let inside = insideOf.get(holder);
  if (!inside) insideOf.set(holder, (inside = walk(heldBy(value))));
  return rest.length === 0 ? inside : walk([...rest], inside);
}

const NO_DEPENDENCIES: Dependencies = { refs: [], sensitive: false };

function walk(values: readonly Value[], known: Dependencies = NO_DEPENDENCIES): Dependencies {
  const refs = new Map(known.refs.map((ref) => [`${ref.address}#${ref.attribute}`, ref]));
  let { sensitive } = known;
  const seen = new Set<Value>();
  const pending: Value[] = [...values];
  for (let value = pending.pop(); value && seen.size < MAX_VISITED; value = pending.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    sensitive ||= value.sensitive;
    // What is sensitive must be found; of references some are enough.
    if (refs.size < MAX_REFERENCES) for (const ref of value.refs) refs.set(`${ref.address}#${ref.attribute}`, ref);
    for (const part of partsOf(value)) pending.push(part);
  }
  return { refs: [...refs.values()], sensitive };
}

function heldBy(value: Value): readonly Value[] {
  return partsOf('rest' in value && value.rest ? { ...value, rest: null } : value);
}

/** The first unknown anywhere inside the values, or null when everything is known; each shared part is visited once. */
export function findUnknown(values: readonly Value[]): UnknownValue | null {
  const seen = new Set<Value>();
  const pending: Value[] = values.toReversed();
  for (let value = pending.pop(); value; value = pending.pop()) {
    if (value.kind === 'unknown') return value;
    if (seen.has(value) || seen.size > MAX_VISITED) continue;
    seen.add(value);
    for (const part of partsOf(value).toReversed()) pending.push(part);
  }
  return null;
}
