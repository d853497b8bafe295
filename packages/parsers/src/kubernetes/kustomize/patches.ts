/** The patches of a kustomization on its objects. */
import type { Diagnostic, Source, Value } from '@kumomori/model';
import { diagnosticAt } from '@kumomori/model';
import { readYamlDocuments } from '../../documents/index.ts';
import { groupOf } from '../kinds.ts';
import type { KubernetesObject } from '../object.ts';
import { entryOf, itemsOf, objectOf, textAt } from '../object.ts';
import { placedAt, withValue } from './edit.ts';
import { applyJsonPatch } from './json-patch.ts';
import type { Kustomization, Target } from './kustomization.ts';
import { resolvePath, targetOf, textsAt } from './kustomization.ts';
import { strategicMerge } from './strategic-merge.ts';

/** Hands out the documents of a file; null when it cannot be read. */
export type ReadDocumentsOf = (path: string) => readonly Value[] | null;

/** The same, saying at `from` what does not exist. */
type ReadPatch = (path: string, from: Value) => readonly Value[];

interface Patch {
  /** A mapping is merged, a list is a JSON patch. */
  readonly content: Value;
  /** Null: the patch itself says which object it is for. */
  readonly target: Target | null;
  readonly from: Value;
}

export interface Patched {
  readonly objects: readonly KubernetesObject[];
  readonly diagnostics: readonly Diagnostic[];
}

/** O(patches · objects). */
export function applyPatches(objects: readonly KubernetesObject[], kustomization: Kustomization, read: ReadDocumentsOf): Patched {
  const diagnostics: Diagnostic[] = [];
  let patched = objects;
  const say = (at: Value, message: string): void => {
    if (at.range) diagnostics.push(diagnosticAt(at.range.source, at.range.start, { severity: 'warning', code: 'kustomize', message }));
  };
  const orSay: ReadPatch = (path, from) => {
    const documents = read(path);
    if (documents === null) say(from, `${path} does not exist`);
    return documents ?? [];
  };
  for (const patch of patchesOf(kustomization, orSay)) {
    const target = patch.target ?? targetOfPatch(patch.content);
    patched = patched.flatMap((object): readonly KubernetesObject[] => {
      if (!target || !isMeant(object, target)) return [object];
      const result = applyOne(object, patch.content);
      if ('problem' in result) {
        say(patch.from, `the patch of ${object.kind} ${object.name ?? ''}: ${result.problem}`);
        return [object];
      }
      return result.object ? [result.object] : [];
    });
  }
  return { objects: patched, diagnostics };
}

function patchesOf(kustomization: Kustomization, read: ReadPatch): readonly Patch[] {
  const { value } = kustomization;
  const merged = textsAt(value, 'patchesStrategicMerge').flatMap(({ text, value: from }) =>
    contentsOf(text, from, kustomization, read).map((content) => ({ content, target: null, from })),
  );
  const others = ['patches', 'patchesJson6902'].flatMap((key) =>
    itemsOf(entryOf(value, key)).flatMap((from): readonly Patch[] => {
      const target = entryOf(from, 'target');
      const inline = entryOf(from, 'patch');
      const path = textAt(from, 'path');
      const contents =
        inline?.kind === 'string' ? inlineContents(inline) : path === null ? [] : contentsOf(path, from, kustomization, read);
      return contents.map((content) => ({ content, target: target ? targetOf(target) : null, from }));
    }),
  );
  return [...merged, ...others];
}

/** `patchesStrategicMerge` may hold the patch itself instead of a path. */
function contentsOf(text: string, from: Value, { folder }: Kustomization, read: ReadPatch): readonly Value[] {
  if (text.includes('\n') && from.kind === 'string') return inlineContents(from);
  const path = resolvePath(folder, text);
  return path === null ? [] : read(path, from);
}

function inlineContents(inline: Value & { readonly kind: 'string' }): readonly Value[] {
  const source: Source = { path: inline.range?.source.path ?? '', text: inline.value };
  return readYamlDocuments(source).documents.map(({ value }) => placedAt(value, inline.range));
}

function targetOfPatch(content: Value): Target | null {
  if (content.kind !== 'map' || !content.range) return null;
  const object = objectOf(content, content.range);
  if (!object || object.name === null) return null;
  const { kind, namespace } = object;
  return {
    group: groupOf(object.apiVersion),
    version: null,
    kind,
    name: object.name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
    namespace,
    labelSelector: null,
  };
}

function isMeant(object: KubernetesObject, target: Target): boolean {
  const slash = object.apiVersion.lastIndexOf('/');
  return (
    (target.group === null || target.group === groupOf(object.apiVersion)) &&
    (target.version === null || target.version === object.apiVersion.slice(slash + 1)) &&
    (target.kind === null || target.kind === object.kind) &&
    (target.name === null || matchesName(object.name ?? '', target.name)) &&
    (target.namespace === null || target.namespace === (object.namespace ?? 'default') || object.namespace === null) &&
    (target.labelSelector === null || matchesLabels(object, target.labelSelector))
  );
}

/** kustomize reads names as patterns; only the common signs are known here, so that no hostile pattern runs. */
function matchesName(name: string, pattern: string): boolean {
  const plain = pattern.replace(/^\^/, '').replace(/\$$/, '').replaceAll('\\', '');
  if (!plain.includes('.*')) return plain.includes('|') ? plain.split('|').some((each) => matchesName(name, each)) : plain === name;
  const parts = plain.split('.*');
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const found = index === parts.length - 1 ? (name.endsWith(part) ? name.length - part.length : -1) : name.indexOf(part, at);
    if (found < at || (index === 0 && found !== 0)) return false;
    at = found + part.length;
  }
  return true;
}

function matchesLabels(object: KubernetesObject, selector: string): boolean {
  const labels = entryOf(object.value, 'metadata', 'labels');
  return selector.split(',').every((each) => {
    const [key = '', value] = each.split(/={1,2}/).map((part) => part.trim());
    const label = textAt(labels, key);
    return value === undefined ? label !== null : label === value;
  });
}

function applyOne(object: KubernetesObject, content: Value): { readonly object: KubernetesObject | null } | { readonly problem: string } {
  if (content.kind === 'map') {
    const merged = strategicMerge(object.value, content);
    return { object: merged && withValue(object, merged) };
  }
  const result = applyJsonPatch(object.value, content);
  if ('problem' in result) return result;
  return { object: result.value.kind === 'map' ? withValue(object, result.value) : object };
}
