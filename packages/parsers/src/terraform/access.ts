/** Selecting parts of values; the way a container went is prepended to the way of the part that is taken out of it. */
import type { MapValue, Provenance, Range, Reference, UnknownValue, Value, ValueBase } from '@kumomori/model';
import { partsOf, unknownValue, withDependencies } from '@kumomori/model';

/** Parts that an unknown key may mean; of larger collections the others are left out. */
const MAX_MEANT = 100;
/** Longer chains say nothing more to a reader; the oldest steps of the container are left out. */
const MAX_CHAIN = 64;

/** A value that cannot exist because the code is wrong; `try` and `can` look for these. */
export function failure(detail: string, range: Range | null): UnknownValue {
  return unknownValue('failed-function', detail, range);
}

export function unresolved(detail: string, range: Range | null): UnknownValue {
  return unknownValue('unresolved-reference', detail, range);
}

/** True for the unknowns that would be an error message in Terraform, as opposed to values decided later. */
export function isFailure(value: Value): value is UnknownValue {
  return value.kind === 'unknown' && (value.reason.code === 'failed-function' || value.reason.code === 'unresolved-reference');
}

/** Parts of a value that are looked at for a failure. */
const MAX_PARTS = 2_000;

/**
 * The failure that makes the whole argument of `try` or `can` fail: the value itself, or anything inside it, since in Terraform a list
 * with an element that cannot be evaluated is no list. Null when there is none among the first parts. O(parts), bounded.
 */
export function failureIn(value: Value): UnknownValue | null {
  const pending: Value[] = [value];
  let visited = 0;
  for (let part = pending.pop(); part !== undefined && visited < MAX_PARTS; part = pending.pop()) {
    visited += 1;
    if (isFailure(part)) return part;
    if (part.kind === 'template') pending.push(...part.parts.filter((piece) => typeof piece !== 'string'));
    if (part.kind === 'list' || part.kind === 'set') pending.push(...part.items.slice(0, MAX_PARTS));
    if (part.kind === 'map') pending.push(...[...part.entries.values()].slice(0, MAX_PARTS));
    if ((part.kind === 'list' || part.kind === 'set' || part.kind === 'map') && part.rest) pending.push(part.rest);
  }
  return null;
}

/** The element, one or more steps further on its way, with what the container depends on. */
export function selectChild(container: ValueBase, child: Value): Value {
  const via = joinChains(container.via, child.via);
  const moved = via === child.via ? child : { ...child, via };
  return container.refs.length > 0 || container.sensitive ? withDependencies(moved, [container]) : moved;
}

function joinChains(newer: Provenance | null, older: Provenance | null): Provenance | null {
  if (newer === null) return older;
  const steps: Provenance[] = [];
  for (let step: Provenance | null = newer; step !== null && steps.length < MAX_CHAIN; step = step.next) {
    // The part was given the way of its container before (calls.ts, policy-document.ts).
    if (older !== null && step.range === older.range && step.name === older.name) break;
    steps.push(step);
  }
  if (older === null && steps.length < MAX_CHAIN) return newer;
  let chain = older;
  for (const step of steps.toReversed()) chain = { ...step, next: chain };
  return chain;
}

/** `value.name`; a missing name of a known object is a failure, of a partly known one unknown. */
export function attributeOf(value: Value, name: string, range: Range): Value {
  if (value.kind === 'unknown') return value;
  if (value.kind !== 'map') return dependent(failure(`${describeKind(value)} has no attribute "${name}"`, range), value);
  return entryOf(value, name, range);
}

/** `value[key]`. Positions in a list with an unknown rest are not certain, so nothing is taken from it. */
export function elementOf(value: Value, key: Value, range: Range): Value {
  if (value.kind === 'unknown') return withDependencies(value, [key]);
  if (key.kind === 'unknown' || key.kind === 'template')
    return withDependencies(unknownKey(key, range), [value, key, ...partsOf(value).slice(0, MAX_MEANT)]);
  if (value.kind === 'map')
    return key.kind === 'string' || key.kind === 'number' || key.kind === 'bool'
      ? withSensitivity(entryOf(value, String(key.value), range), key)
      : badKey(value, range);
  if (value.kind !== 'list') return dependent(failure(`${describeKind(value)} cannot be indexed`, range), value);
  const index = key.kind === 'number' ? key.value : key.kind === 'string' && key.value.trim() !== '' ? Number(key.value) : Number.NaN;
  if (!Number.isInteger(index)) return badKey(value, range);
  if (value.rest) return withDependencies({ ...value.rest, range }, [value]);
  const item = value.items[index];
  if (item === undefined) return dependent(failure(`index ${index} of a list of ${value.items.length}`, range), value);
  return withSensitivity(selectChild(value, item), key);
}

function entryOf(value: MapValue, name: string, range: Range): Value {
  const entry = value.entries.get(name);
  if (entry !== undefined) return selectChild(value, entry);
  if (value.rest) return selectChild(value, memberOfRest(value.rest, name));
  return dependent(unresolved(`there is no attribute "${name}" in this object`, range), value);
}

/** What is below an unknown whole resource depends on that attribute of it, not on all of it. */
function memberOfRest(rest: UnknownValue, name: string): UnknownValue {
  if (!rest.refs.some((ref) => ref.attribute === '')) return rest;
  const refs = rest.refs.map((ref): Reference => (ref.attribute === '' ? { address: ref.address, attribute: name } : ref));
  const first = refs[0];
  const detail =
    rest.reason.code === 'computed' && first ? `${first.address}.${first.attribute} is decided by the provider` : rest.reason.detail;
  return { ...rest, refs, reason: { code: rest.reason.code, detail } };
}

function unknownKey(key: Value, range: Range): UnknownValue {
  const reason = firstUnknownIn(key)?.reason;
  return unknownValue(reason?.code ?? 'unsupported', reason?.detail ?? 'the key is unknown', range);
}

function badKey(value: Value, range: Range): Value {
  return dependent(failure(`${describeKind(value)} cannot be indexed with this key`, range), value);
}

function dependent(value: Value, on: ValueBase): Value {
  return withDependencies(value, [on]);
}

function withSensitivity(value: Value, key: ValueBase): Value {
  return key.sensitive || key.refs.length > 0 ? withDependencies(value, [key]) : value;
}

/** The first unknown in a value that is not wholly known: itself, a template's part, the rest or an element of a collection. */
export function firstUnknownIn(value: Value): UnknownValue | null {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'template') return value.parts.find((part) => typeof part !== 'string') ?? null;
  if (value.kind === 'map') return value.rest ?? firstOf(value.entries.values());
  if (value.kind === 'list' || value.kind === 'set') return value.rest ?? firstOf(value.items);
  return null;
}

function firstOf(values: Iterable<Value>): UnknownValue | null {
  for (const value of values) {
    const found = firstUnknownIn(value);
    if (found) return found;
  }
  return null;
}

export function describeKind(value: Value): string {
  const names = {
    null: 'null',
    bool: 'a boolean',
    number: 'a number',
    string: 'a string',
    template: 'a string',
    list: 'a list',
    set: 'a set',
    map: 'an object',
    unknown: 'an unknown value',
  };
  return names[value.kind];
}
