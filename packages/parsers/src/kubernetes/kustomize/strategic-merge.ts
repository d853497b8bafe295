/** Strategic merge patches: mappings are merged, lists of named things by their name, other lists are replaced. */
import type { ListValue, MapValue, Value } from '@kumomori/model';
import { listValue } from '@kumomori/model';
import { entryOf, textAt } from '../object.ts';

/** List field → the field by which its items are the same. Source: patchMergeKey of the Kubernetes API reference v1.37, read 2026-11-22. */
const MERGE_KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  volumes: ['name'],
  env: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  ports: ['containerPort', 'port'],
  imagePullSecrets: ['name'],
  secrets: ['name'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey'],
  resourceClaims: ['name'],
  webhooks: ['name'],
  conditions: ['type'],
};

const MAX_DEPTH = 100;

/** The patched value; null when the patch deletes it. Values keep the places they are written at. O(both). */
export function strategicMerge(base: MapValue, patch: MapValue, depth = 0): MapValue | null {
  const directive = textAt(patch, '$patch');
  if (directive === 'delete') return null;
  if (directive === 'replace' || depth > MAX_DEPTH) return without(patch, '$patch');
  const entries = new Map(base.entries);
  for (const [key, value] of patch.entries) {
    if (key.startsWith('$')) continue;
    if (value.kind === 'null') {
      entries.delete(key);
      continue;
    }
    const merged = mergeEntry(entries.get(key), value, { key, depth });
    if (merged) entries.set(key, merged);
    else entries.delete(key);
  }
  return { ...base, entries };
}

function mergeEntry(old: Value | undefined, value: Value, { key, depth }: { readonly key: string; readonly depth: number }): Value | null {
  if (value.kind === 'map') return old?.kind === 'map' ? strategicMerge(old, value, depth + 1) : withoutDirectives(value, depth);
  if (value.kind !== 'list' || old?.kind !== 'list') return value;
  const mergeKey = MERGE_KEYS[key]?.find((each) => value.items.every((item) => entryOf(item, each) !== undefined || isDirective(item)));
  return mergeKey === undefined ? value : mergeLists(old, value, { mergeKey, depth });
}

function mergeLists(base: ListValue, patch: ListValue, { mergeKey, depth }: { readonly mergeKey: string; readonly depth: number }): Value {
  if (patch.items.some((item) => isDirective(item) && textAt(item, '$patch') === 'replace'))
    return listValue(
      patch.items.filter((item) => !isDirective(item)),
      patch.range,
    );
  const items = [...base.items];
  for (const item of patch.items) {
    const name = textAt(item, mergeKey);
    const at = items.findIndex((each) => name !== null && textAt(each, mergeKey) === name);
    const old = items[at];
    if (old?.kind === 'map' && item.kind === 'map') {
      const merged = strategicMerge(old, item, depth + 1);
      if (merged) items[at] = merged;
      else items.splice(at, 1);
    } else if (item.kind === 'map' && textAt(item, '$patch') !== 'delete') items.push(withoutDirectives(item, depth));
  }
  return listValue(items, base.range);
}

/** `- $patch: replace` alone in a list. */
function isDirective(item: Value): boolean {
  return item.kind === 'map' && item.entries.size === 1 && item.entries.has('$patch');
}

function without(map: MapValue, key: string): MapValue {
  const entries = new Map(map.entries);
  entries.delete(key);
  return { ...map, entries };
}

/** A value that is new through a patch, without what only tells how to merge. */
function withoutDirectives(value: MapValue, depth: number): MapValue {
  if (depth > MAX_DEPTH) return value;
  const entries = new Map<string, Value>();
  for (const [key, each] of value.entries) {
    if (key.startsWith('$') || each.kind === 'null') continue;
    entries.set(key, each.kind === 'map' ? withoutDirectives(each, depth + 1) : each);
  }
  return { ...value, entries };
}
