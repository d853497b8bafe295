/** What a kustomization changes in all of its objects: namespace, names, labels, images. */
import type { MapValue, Value } from '@kumomori/model';
import { mapValue, stringValue } from '@kumomori/model';
import { namespaceOf, typeOfObject } from '../kinds.ts';
import type { KubernetesObject } from '../object.ts';
import { entryOf, itemsOf, textAt } from '../object.ts';
import { editAt, editExisting, withValue } from './edit.ts';
import type { Kustomization } from './kustomization.ts';

/** Kinds whose names nobody changes. */
const FIXED_NAMES: ReadonlySet<string> = new Set([
  'Namespace',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
]);

/** Where the pods of an object are. */
const POD_WAYS: readonly (readonly string[])[] = [[], ['spec', 'template'], ['spec', 'jobTemplate', 'spec', 'template'], ['template']];

/** O(objects · fields). */
export function transform(objects: readonly KubernetesObject[], { value }: Kustomization): readonly KubernetesObject[] {
  const namespace = entryOf(value, 'namespace');
  const named = rename(objects, textAt(value, 'namePrefix') ?? '', textAt(value, 'nameSuffix') ?? '');
  const placed = namespace?.kind === 'string' ? named.map((object) => inNamespace(object, namespace, named)) : named;
  const labels = labelsOf(value);
  const annotations = entryOf(value, 'commonAnnotations');
  return placed.map((object) => {
    let changed = object.value;
    for (const each of labels) changed = withLabels(changed, each);
    if (annotations?.kind === 'map') changed = addEntries(changed, ['metadata', 'annotations'], annotations);
    changed = withImages(changed, itemsOf(entryOf(value, 'images')));
    return changed === object.value ? object : withValue(object, changed);
  });
}

function rename(objects: readonly KubernetesObject[], prefix: string, suffix: string): readonly KubernetesObject[] {
  if (prefix === '' && suffix === '') return objects;
  const renamed = new Map<string, string>();
  for (const object of objects) {
    const isFixed = object.name === null || FIXED_NAMES.has(typeOfObject(object));
    if (!isFixed) renamed.set(`${object.kind}/${object.name}`, `${prefix}${object.name}${suffix}`);
  }
  const to = (kind: string, old: Value): Value => {
    const name = old.kind === 'string' ? renamed.get(`${kind}/${old.value}`) : undefined;
    return name === undefined ? old : stringValue(name, old.range);
  };
  return objects.map((object) => {
    let value = editExisting(object.value, ['metadata', 'name'], (old) => to(object.kind, old));
    for (const way of POD_WAYS) value = editExisting(value, [...way, 'spec', 'serviceAccountName'], (old) => to('ServiceAccount', old));
    const roleKind = textAt(value.entries.get('roleRef'), 'kind') ?? '';
    value = editExisting(value, ['roleRef', 'name'], (old) => to(roleKind, old));
    value = editExisting(value, ['subjects'], (old) => mapItems(old, (subject) => withSubjectName(subject, to)));
    return withValue(object, value);
  });
}

function withSubjectName(subject: MapValue, to: (kind: string, old: Value) => Value): MapValue {
  return editExisting(subject, ['name'], (old) => to(textAt(subject, 'kind') ?? '', old));
}

function inNamespace(object: KubernetesObject, namespace: Value, all: readonly KubernetesObject[]): KubernetesObject {
  const isOfNamespace = (subject: MapValue): boolean =>
    textAt(subject, 'kind') === 'ServiceAccount' &&
    (textAt(subject, 'name') === 'default' || all.some((each) => each.kind === 'ServiceAccount' && each.name === textAt(subject, 'name')));
  let value = editExisting(object.value, ['subjects'], (old) =>
    mapItems(old, (subject) => (isOfNamespace(subject) ? editAt(subject, ['namespace'], () => namespace) : subject)),
  );
  if (object.kind === 'Namespace') value = editExisting(value, ['metadata', 'name'], () => namespace);
  else if (namespaceOf({ ...object, namespace: 'any' }) !== null) value = editAt(value, ['metadata', 'namespace'], () => namespace);
  return withValue(object, value);
}

interface Labels {
  readonly pairs: MapValue;
  readonly inSelectors: boolean;
  readonly inTemplates: boolean;
}

function labelsOf(value: Value): readonly Labels[] {
  const common = entryOf(value, 'commonLabels');
  const found: Labels[] = common?.kind === 'map' ? [{ pairs: common, inSelectors: true, inTemplates: true }] : [];
  for (const each of itemsOf(entryOf(value, 'labels'))) {
    const pairs = entryOf(each, 'pairs');
    const inSelectors = isTrue(entryOf(each, 'includeSelectors'));
    if (pairs?.kind === 'map') found.push({ pairs, inSelectors, inTemplates: inSelectors || isTrue(entryOf(each, 'includeTemplates')) });
  }
  return found;
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === 'bool' && value.value;
}

function withLabels(object: MapValue, { pairs, inSelectors, inTemplates }: Labels): MapValue {
  let value = addEntries(object, ['metadata', 'labels'], pairs);
  if (inTemplates) {
    for (const way of POD_WAYS.slice(1)) {
      if (entryOf(value, ...way)?.kind === 'map') value = addEntries(value, [...way, 'metadata', 'labels'], pairs);
    }
  }
  if (!inSelectors) return value;
  const isService = textAt(value, 'kind') === 'Service';
  if (isService) return entryOf(value, 'spec', 'selector') ? addEntries(value, ['spec', 'selector'], pairs) : value;
  for (const way of [
    ['spec', 'selector', 'matchLabels'],
    ['spec', 'podSelector', 'matchLabels'],
  ]) {
    if (entryOf(value, ...way)) value = addEntries(value, way, pairs);
  }
  return value;
}

function addEntries(value: MapValue, path: readonly string[], pairs: MapValue): MapValue {
  return editAt(value, path, (old) =>
    old?.kind === 'map' ? { ...old, entries: new Map([...old.entries, ...pairs.entries]) } : mapValue(pairs.entries, pairs.range),
  );
}

function withImages(object: MapValue, images: readonly Value[]): MapValue {
  if (images.length === 0) return object;
  let value = object;
  for (const way of POD_WAYS) {
    for (const list of ['containers', 'initContainers']) {
      value = editExisting(value, [...way, 'spec', list], (old) => mapItems(old, (container) => withImage(container, images)));
    }
  }
  return value;
}

function withImage(container: MapValue, images: readonly Value[]): MapValue {
  const written = textAt(container, 'image');
  if (written === null) return container;
  const [, repository = written, rest = ''] = /^(.*?)((?::[^/@:]*)?(?:@.*)?)$/.exec(written) ?? [];
  const image = images.find((each) => textAt(each, 'name') === repository);
  if (!image) return container;
  const tag = textAt(image, 'newTag');
  const digest = textAt(image, 'digest');
  const suffix = digest === null ? (tag === null ? rest : `:${tag}`) : `@${digest}`;
  const place = entryOf(image, digest === null ? (tag === null ? 'newName' : 'newTag') : 'digest')?.range ?? null;
  return editExisting(container, ['image'], (old) => stringValue(`${textAt(image, 'newName') ?? repository}${suffix}`, place ?? old.range));
}

function mapItems(value: Value, edit: (item: MapValue) => MapValue): Value {
  return value.kind === 'list' ? { ...value, items: value.items.map((item) => (item.kind === 'map' ? edit(item) : item)) } : value;
}
