/** Which way a computed value goes back: the way of the input that matters, down to where that input is written. */
import type { Provenance, Value } from '@kumomori/model';

/** Longer ways say nothing more to a reader; the steps in the middle are left out. */
const MAX_STEPS = 64;
/** Elements of a collection that are looked at for one that was not written on the spot. */
const MAX_LOOKED_AT = 16;

/**
 * The way of an input, seen from what was computed from it: its own steps and, since the result has a place of its own, one more for
 * where the input is written. Null for literals. O(steps).
 */
export function wayOf(input: Value): Provenance | null {
  if (input.via === null) return null;
  const steps: Provenance[] = [];
  for (let step: Provenance | null = input.via; step !== null; step = step.next) steps.push(step);
  const oldest = steps.at(-1) ?? input.via;
  // The way of a computed input already leads down to what is written.
  let way: Provenance | null = oldest.kind === 'input' ? oldest : { kind: 'input', name: oldest.name, range: input.range, next: null };
  if (oldest.kind === 'input' && steps.length <= MAX_STEPS) return input.via;
  const others = oldest.kind === 'input' ? steps.slice(0, -1) : steps;
  const kept = others.length < MAX_STEPS ? others : others.slice(0, MAX_STEPS);
  for (const step of kept.toReversed()) way = { ...step, next: way };
  return way;
}

/** The value with the way of the first input that was not written on the spot; `value` itself when there is none, or it has a way already. */
export function withWay<V extends Value>(value: V, inputs: readonly Value[]): V {
  if (value.via !== null) return value;
  for (const input of inputs) {
    const source = sourceOf(input);
    if (source !== null) return { ...value, via: wayOf(source) };
  }
  return value;
}

/** True for known values that came from nowhere else, collections with all their elements. */
export function isWrittenHere(value: Value): boolean {
  return value.kind !== 'unknown' && sourceOf(value) === null;
}

function sourceOf(input: Value): Value | null {
  if (input.via !== null) return input;
  if (input.kind === 'list' || input.kind === 'set')
    return input.items.length <= MAX_LOOKED_AT ? (input.items.find((item) => item.via !== null) ?? null) : null;
  if (input.kind !== 'map' || input.entries.size > MAX_LOOKED_AT) return null;
  for (const entry of input.entries.values()) if (entry.via !== null) return entry;
  return null;
}
