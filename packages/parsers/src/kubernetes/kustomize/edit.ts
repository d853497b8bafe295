/** Small changes of values that keep the places of everything else. */
import type { MapValue, Range, Value } from '@kumomori/model';
import { mapValue } from '@kumomori/model';
import type { KubernetesObject } from '../object.ts';
import { objectOf } from '../object.ts';

/** The mapping with one place changed; missing mappings on the way are made. `edit` gets what is there. */
export function editAt(map: MapValue, path: readonly string[], edit: (old: Value | undefined) => Value | undefined): MapValue {
  const [key, ...rest] = path;
  if (key === undefined) return map;
  const old = map.entries.get(key);
  const inner = rest.length === 0 ? edit(old) : editAt(old?.kind === 'map' ? old : mapValue(new Map(), map.range), rest, edit);
  const entries = new Map(map.entries);
  if (inner) entries.set(key, inner);
  else entries.delete(key);
  return { ...map, entries };
}

/** Like {@link editAt}, but only where the way exists already. */
export function editExisting(map: MapValue, path: readonly string[], edit: (old: Value) => Value): MapValue {
  const [key, ...rest] = path;
  const old = key === undefined ? undefined : map.entries.get(key);
  if (key === undefined || !old) return map;
  if (rest.length === 0) return { ...map, entries: new Map([...map.entries, [key, edit(old)]]) };
  return old.kind === 'map' ? { ...map, entries: new Map([...map.entries, [key, editExisting(old, rest, edit)]]) } : map;
}

/** Every value of the tree with the same place: for texts that were written inside of another text. */
export function placedAt(value: Value, range: Range | null): Value {
  if (value.kind === 'map')
    return { ...value, range, entries: new Map([...value.entries].map(([key, each]) => [key, placedAt(each, range)])) };
  if (value.kind === 'list' || value.kind === 'set') return { ...value, range, items: value.items.map((each) => placedAt(each, range)) };
  return { ...value, range };
}

/** The object after a change; the object itself when the change made it none. */
export function withValue(object: KubernetesObject, value: MapValue): KubernetesObject {
  const changed = objectOf(value, object.range);
  return changed ? { ...changed, range: object.range } : object;
}
