/** Small helpers over values for the evaluation of ARM templates. */
import type { Range, UnknownValue, Value } from '@kumomori/model';
import { unknownValue, withDependencies } from '@kumomori/model';

/** Names of parameters, properties and functions are case-insensitive. */
export function member(value: Value | undefined, name: string): Value | undefined {
  if (value?.kind !== 'map') return undefined;
  const exact = value.entries.get(name);
  if (exact) return exact;
  const wanted = name.toLowerCase();
  for (const [key, entry] of value.entries) if (key.toLowerCase() === wanted) return entry;
  return undefined;
}

export function textOf(value: Value | undefined): string | null {
  return value?.kind === 'string' ? value.value : null;
}

export function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' ? value.items : [];
}

export function entriesOf(value: Value | undefined): ReadonlyMap<string, Value> {
  return value?.kind === 'map' ? value.entries : new Map();
}

/** What cannot be known because an input is not: it depends on all of them, and says why of the first unknown one. */
export function unknownFrom(inputs: readonly Value[], detail: string, range: Range | null = null): UnknownValue {
  const first = inputs.find((input) => input.kind === 'unknown' || input.kind === 'template');
  const hole = first?.kind === 'template' ? first.parts.find((part) => typeof part !== 'string') : first;
  const made = hole?.kind === 'unknown' ? { ...hole, range: hole.range ?? range } : unknownValue('failed-function', detail, range);
  return withDependencies(made, inputs);
}

/**
 * A text that is the same for values which certainly are: names of resources that hold a parameter without value are compared by it. Null
 * when the value is no text.
 */
export function canonical(value: Value): string | null {
  switch (value.kind) {
    case 'string':
      return value.value.toLowerCase();
    case 'number':
      return String(value.value);
    case 'unknown':
      return `{${value.reason.detail.toLowerCase()}}`;
    case 'template':
      return value.parts.map((part) => (typeof part === 'string' ? part.toLowerCase() : `{${part.reason.detail.toLowerCase()}}`)).join('');
    default:
      return null;
  }
}
