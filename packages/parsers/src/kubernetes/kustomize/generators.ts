/** Config maps and secrets that a kustomization makes. */
import type { MapValue, Value } from '@kumomori/model';
import { mapValue, stringValue } from '@kumomori/model';
import type { KubernetesObject } from '../object.ts';
import { entryOf, itemsOf, objectOf, textAt } from '../object.ts';
import type { Kustomization } from './kustomization.ts';
import { resolvePath, textsAt } from './kustomization.ts';

const KINDS = { configMapGenerator: 'ConfigMap', secretGenerator: 'Secret' } as const;

/** `text` hands out the text of a file; null when it cannot be read. Names are without the hash that kustomize adds. */
export function generate({ value, folder }: Kustomization, text: (path: string) => string | null): readonly KubernetesObject[] {
  return (Object.keys(KINDS) as readonly (keyof typeof KINDS)[]).flatMap((key) =>
    itemsOf(entryOf(value, key)).flatMap((each) => {
      if (each.kind !== 'map' || !each.range) return [];
      const object = objectOf(generated(each, { kind: KINDS[key], data: dataOf(each, folder, text) }), each.range);
      return object ? [object] : [];
    }),
  );
}

interface Generated {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly data: ReadonlyMap<string, Value>;
}

function generated(each: MapValue, { kind, data }: Generated): MapValue {
  const metadata = ['name', 'namespace'].flatMap((key) => {
    const part = each.entries.get(key);
    return part ? [[key, part] as const] : [];
  });
  return mapValue(
    new Map<string, Value>([
      ['apiVersion', stringValue('v1', each.range)],
      ['kind', stringValue(kind, each.range)],
      ['metadata', mapValue(new Map(metadata), each.range)],
      [kind === 'Secret' ? 'stringData' : 'data', mapValue(data, each.range)],
    ]),
    each.range,
  );
}

function dataOf(each: MapValue, folder: string, text: (path: string) => string | null): ReadonlyMap<string, Value> {
  const data = new Map<string, Value>();
  for (const { text: literal, value } of textsAt(each, 'literals')) putPair(data, literal, value);
  for (const { text: entry, value } of textsAt(each, 'files')) {
    const at = entry.indexOf('=');
    const path = at === -1 ? entry : entry.slice(at + 1);
    const resolved = resolvePath(folder, path);
    const content = resolved === null ? null : text(resolved);
    data.set(at === -1 ? path.slice(path.lastIndexOf('/') + 1) : entry.slice(0, at), stringValue(content ?? '', value.range));
  }
  const env = textAt(each, 'env');
  const envs = [...textsAt(each, 'envs').map((one) => one), ...(env === null ? [] : [{ text: env, value: each as Value }])];
  for (const { text: file, value } of envs) {
    const resolved = resolvePath(folder, file);
    for (const line of ((resolved === null ? null : text(resolved)) ?? '').split('\n')) {
      if (line.includes('=') && !line.startsWith('#')) putPair(data, line, value);
    }
  }
  return data;
}

function putPair(data: Map<string, Value>, pair: string, { range }: Value): void {
  const at = pair.indexOf('=');
  const value = pair.slice(at + 1).replace(/^(["'])(.*)\1$/, '$2');
  if (at > 0) data.set(pair.slice(0, at), stringValue(value, range));
}
