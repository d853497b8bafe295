/** What a kustomization.yaml says. */
import type { Value } from '@kumomori/model';
import { itemsOf, textAt } from '../object.ts';

export interface Kustomization {
  /** With a slash at its end; `''` for the TARGET itself. */
  readonly folder: string;
  readonly path: string;
  readonly value: Value;
  readonly isComponent: boolean;
  /** Files and folders of `resources`, `bases` and `components`, in that order, as they are written. */
  readonly resources: readonly Named[];
}

/** A text and the value that it was written as. */
export interface Named {
  readonly text: string;
  readonly value: Value;
}

const FILE = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;

export function isKustomizationFile(path: string): boolean {
  return FILE.test(path);
}

/** `object`: the first mapping of the file; a kustomization may leave out apiVersion and kind. */
export function kustomizationOf(path: string, value: Value): Kustomization {
  return {
    folder: path.replace(/[^/]*$/, ''),
    path,
    value,
    isComponent: textAt(value, 'kind') === 'Component',
    resources: ['resources', 'bases', 'components'].flatMap((key) => textsAt(value, key)),
  };
}

export function textsAt(value: Value | undefined, key: string): readonly Named[] {
  if (value?.kind !== 'map') return [];
  return itemsOf(value.entries.get(key)).flatMap((each) => (each.kind === 'string' ? [{ text: each.value, value: each }] : []));
}

/** A path below a folder with `.` and `..` worked out; null for what lies outside of the TARGET or elsewhere in the network. */
export function resolvePath(folder: string, written: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:\/\/|^git@|^github\.com\/|[?#]ref=/i.test(written) || written.startsWith('/')) return null;
  const parts: string[] = [];
  for (const part of `${folder}${written}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** Which objects a patch or replacement is for. */
export interface Target {
  readonly group: string | null;
  readonly version: string | null;
  readonly kind: string | null;
  /** An anchored pattern, as kustomize reads names. */
  readonly name: string | null;
  readonly namespace: string | null;
  readonly labelSelector: string | null;
}

export function targetOf(value: Value | undefined): Target {
  const at = (key: string): string | null => textAt(value, key);
  return {
    group: at('group'),
    version: at('version'),
    kind: at('kind'),
    name: at('name'),
    namespace: at('namespace'),
    labelSelector: at('labelSelector'),
  };
}
