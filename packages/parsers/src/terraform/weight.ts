/** Guards against values that grow without bound: doubling strings and lists share their parts in memory, but not once they are read. */
import type { Range, Value } from '@kumomori/model';
import { unknownValue } from '@kumomori/model';
import type { Run } from './run.ts';

interface Weight {
  readonly weight: number;
  readonly depth: number;
}

const LEAF: Weight = { weight: 1, depth: 0 };
const TOO_DEEP: Weight = { weight: Number.POSITIVE_INFINITY, depth: Number.POSITIVE_INFINITY };
/** Deeper recursion than this is answered with "too deep" so that measuring itself cannot overflow the stack. */
const MAX_RECURSION = 500;
/** Visiting so much of a value takes about as long as evaluating one node. */
const WEIGHT_OF_STEP = 64;
const CACHE_FROM = 16;

/** Keyed by the array or map of children: it stays the same object when a value moves one step further. */
const known = new WeakMap<object, Weight>();

/** The value itself, or unknown (`limit`) with a diagnostic when it is too large or too deep to be handed on. */
export function bounded(value: Value, run: Run, at: Range | null): Value {
  if (value.kind === 'null' || value.kind === 'bool' || value.kind === 'number' || value.kind === 'unknown') return value;
  const { weight, depth } = weigh(value, 0);
  const { limits } = run;
  const isText = value.kind === 'string' || value.kind === 'template';
  if (weight <= (isText ? limits.stringLength : limits.valueWeight) && depth <= limits.valueDepth) return value;
  const detail = isText ? `a text longer than ${limits.stringLength} characters` : 'a value too large or too deep to be evaluated';
  run.report(at, { code: 'limit', message: `${detail} is treated as unknown` });
  return unknownValue('limit', detail, at);
}

/** Counts the work of looking at all of the values; false when the budget of the run does not allow it. */
export function spendOn(values: readonly Value[], scope: { readonly run: Run }, at: Range): boolean {
  let weight = 0;
  for (const value of values) weight += weigh(value, 0).weight;
  return scope.run.spend(Math.ceil(Math.min(weight, scope.run.limits.valueWeight) / WEIGHT_OF_STEP) - 1, at);
}

function weigh(value: Value, recursion: number): Weight {
  if (value.kind === 'string') return { weight: value.value.length + 1, depth: 0 };
  if (value.kind === 'template') return weighParts(value.parts);
  if (value.kind === 'list' || value.kind === 'set') return weighChildren(value.items, value.items, value.items.length, recursion);
  if (value.kind === 'map') return weighChildren(value.entries, value.entries.values(), value.entries.size, recursion);
  return LEAF;
}

function weighParts(parts: readonly (string | Value)[]): Weight {
  let weight = 1;
  for (const part of parts) weight += typeof part === 'string' ? part.length : 16;
  return { weight, depth: 0 };
}

function weighChildren(identity: object, children: Iterable<Value>, count: number, recursion: number): Weight {
  const cached = known.get(identity);
  if (cached) return cached;
  if (recursion > MAX_RECURSION) return TOO_DEEP;
  let weight = 1;
  let depth = 0;
  for (const child of children) {
    const inner = weigh(child, recursion + 1);
    weight += inner.weight;
    depth = Math.max(depth, inner.depth);
  }
  const result = { weight, depth: depth + 1 };
  if (count >= CACHE_FROM || depth > 0) known.set(identity, result);
  return result;
}
