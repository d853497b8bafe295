/** Finds the pods that an object makes, whatever kind it is: custom resources hold pod templates too. */
import type { MapValue, Value } from '@kumomori/model';
import { mapValue } from '@kumomori/model';
import { typeOfObject } from './kinds.ts';
import type { KubernetesObject } from './object.ts';
import { entryOf, itemsOf } from './object.ts';

/** Kinds of Kubernetes itself that make pods → the way to their template. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  PodTemplate: ['template'],
  ReplicationController: ['spec', 'template'],
  'apps/Deployment': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
};

const MAX_DEPTH = 10;
const MAX_TEMPLATES = 32;

export interface PodTemplate {
  /** Tells the templates of one object apart: the names on the way to them; `''` for the only one. */
  readonly label: string;
  /** `metadata` and `spec` of the pods. */
  readonly value: MapValue;
}

/** True for kinds that readers know by name. */
export function isKnownWorkload(type: string): boolean {
  return Object.hasOwn(TEMPLATES, type);
}

/** Templates of the pods that an object makes; none for an object that makes none. O(object). */
export function podTemplatesOf(object: KubernetesObject): readonly PodTemplate[] {
  const way = TEMPLATES[typeOfObject(object)];
  if (way) return [{ label: '', value: templateOf(way.length === 0 ? object.value : entryOf(object.value, ...way), object) }];
  const found: PodTemplate[] = [];
  search(object.value, { label: '', key: '', depth: 0 }, found);
  return found.length === 1 ? found.map((each) => ({ ...each, label: '' })) : found;
}

/** Without a template (it is missing, or no mapping) the object itself speaks, in which then everything is missing. */
function templateOf(value: Value | undefined, object: KubernetesObject): MapValue {
  if (value?.kind !== 'map') return mapValue(new Map(), object.value.range);
  const parts = ['metadata', 'spec'].flatMap((key) => {
    const part = value.entries.get(key);
    return part ? [[key, part] as const] : [];
  });
  return mapValue(new Map(parts), value.range, value.rest);
}

function search(value: Value, at: { readonly label: string; readonly key: string; readonly depth: number }, found: PodTemplate[]): void {
  if (at.depth > MAX_DEPTH || found.length >= MAX_TEMPLATES) return;
  if (value.kind === 'map') {
    if (/template$/i.test(at.key) && isPod(value)) {
      found.push({ label: at.label, value });
      return;
    }
    for (const [key, each] of value.entries) {
      const label = /^(?:spec|template|podTemplate|jobTemplate)$/.test(key) ? at.label : at.label === '' ? key : `${at.label}.${key}`;
      search(each, { label, key, depth: at.depth + 1 }, found);
    }
    return;
  }
  for (const [index, each] of itemsOf(value).entries())
    search(each, { label: `${at.label}.${index}`, key: '', depth: at.depth + 1 }, found);
}

function isPod(template: MapValue): boolean {
  const containers = itemsOf(entryOf(template, 'spec', 'containers'));
  return containers.some((each) => entryOf(each, 'image') !== undefined);
}
