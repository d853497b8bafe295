/** One Kubernetes object as it is written, before it becomes a declared resource. */
import type { MapValue, Range, Value } from '@kumomori/model';

export interface KubernetesObject {
  /** As written: `apps/v1`, `v1`. */
  readonly apiVersion: string;
  readonly kind: string;
  /** `metadata.name`; of a generated name the prefix with `*`; null when there is none. */
  readonly name: string | null;
  /** `metadata.namespace`; null when it is not written. */
  readonly namespace: string | null;
  readonly value: MapValue;
  /** The whole object. */
  readonly range: Range;
}

/** The object that a value is; null when it has no apiVersion and kind. `outer`: where a value without a place of its own stands. */
export function objectOf(value: Value, outer: Range): KubernetesObject | null {
  if (value.kind !== 'map') return null;
  const apiVersion = textAt(value, 'apiVersion');
  const kind = textAt(value, 'kind');
  if (apiVersion === null || kind === null) return null;
  const metadata = value.entries.get('metadata');
  const generated = textAt(metadata, 'generateName');
  return {
    apiVersion,
    kind,
    name: textAt(metadata, 'name') ?? (generated === null ? null : `${generated}*`),
    namespace: textAt(metadata, 'namespace'),
    value,
    range: value.range ?? outer,
  };
}

/** A text below a mapping that is not empty; numbers count as the text they are written as. */
export function textAt(value: Value | undefined, key: string): string | null {
  const found = entryOf(value, key);
  if (found?.kind === 'number') return String(found.value);
  return found?.kind === 'string' && found.value !== '' ? found.value : null;
}

export function entryOf(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  let found = value;
  for (const key of path) found = found?.kind === 'map' ? found.entries.get(key) : undefined;
  return found;
}

export function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' || value?.kind === 'set' ? value.items : [];
}
