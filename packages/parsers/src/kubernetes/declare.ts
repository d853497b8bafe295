/** Kubernetes objects → declared resources, in the vocabulary of Kubernetes. */
import type { DeclaredAttribute, DeclaredResource, Range, Value } from '@kumomori/model';
import { mapValue, nullValue, stringValue } from '@kumomori/model';
import { addressOf, namespaceOf, typeOfObject } from './kinds.ts';
import { withLinks } from './links.ts';
import type { KubernetesObject } from './object.ts';
import type { PodTemplate } from './pod-template.ts';
import { isKnownWorkload, podTemplatesOf } from './pod-template.ts';

/** The type of pod templates inside of kinds that nobody listed. */
export const FOREIGN_WORKLOAD = 'pod-template';

/**
 * One resource for each object, for a foreign kind with several pod templates one for each. Besides the object's own fields there are
 * `name`, `namespace` (where it lands) and, for what makes pods, `podTemplate`. `taken` counts addresses so that a second object of an
 * address (another environment's folder) stays a thing of its own.
 */
export function declare(object: KubernetesObject, rootDir: string, taken: Map<string, number>): readonly DeclaredResource[] {
  const type = typeOfObject(object);
  const templates = podTemplatesOf(object);
  if (templates.length === 0) return [resourceOf(object, { type, template: null, rootDir, taken })];
  return templates.map((template) =>
    resourceOf(object, { type: isKnownWorkload(type) ? type : FOREIGN_WORKLOAD, template, rootDir, taken }),
  );
}

interface Making {
  readonly type: string;
  readonly template: PodTemplate | null;
  readonly rootDir: string;
  readonly taken: Map<string, number>;
}

function resourceOf(object: KubernetesObject, { type, template, rootDir, taken }: Making): DeclaredResource {
  const label = template === null || template.label === '' ? '' : `["${template.label}"]`;
  const address = `${addressOf(object)}${label}`;
  const before = taken.get(address) ?? 0;
  taken.set(address, before + 1);
  const { path } = object.range.source;
  const kind = object.value.entries.get('kind')?.range;
  return {
    mode: 'managed',
    type,
    name: address,
    address,
    reference: before === 0 ? address : `${address}\n${path}:${object.range.start}`,
    moduleAddress: '',
    // Not the folder, because an object is the same wherever its file lies; but a second one of the same name is another object.
    moduleDir: before === 0 ? '' : before === 1 ? path : `${path}:${before}`,
    rootDir,
    key: null,
    block: {
      type: 'object',
      range: object.range,
      head: kind && kind.source === object.range.source ? kind : { ...object.range, end: object.range.start },
      attributes: attributesOf(object, template),
      blocks: [],
      uncertain: false,
      via: null,
    },
    provider: 'kubernetes',
    region: nullValue(),
  };
}

function attributesOf(object: KubernetesObject, template: PodTemplate | null): ReadonlyMap<string, DeclaredAttribute> {
  const value = withLinks(object, template?.value ?? null);
  const attributes = new Map<string, DeclaredAttribute>();
  const put = (key: string, each: Value, range: Range = each.range ?? object.range): void =>
    void attributes.set(key, { value: each, range });
  for (const [key, each] of value.object.entries) put(key, each);
  const metadata = object.value.entries.get('metadata');
  const placeOf = (key: string): Range | null => (metadata?.kind === 'map' ? (metadata.entries.get(key)?.range ?? null) : null);
  if (object.name !== null) put('name', stringValue(object.name, placeOf('name') ?? placeOf('generateName')));
  const namespace = namespaceOf(object);
  if (namespace !== null) put('namespace', stringValue(namespace, placeOf('namespace')));
  if (value.template) put('podTemplate', mapValue(value.template.entries, value.template.range, value.template.rest));
  return attributes;
}
