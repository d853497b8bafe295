/** The pods that workloads make: policies about pods refuse those when the workload itself has passed. */
import type { Manifest, Value } from '@kumomori/model';
import { mapValue, stringValue } from '@kumomori/model';
import { withEntry } from './defaults.ts';
import { valueAt } from './resources.ts';

const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};
const GROUPS: ReadonlySet<string> = new Set(['', 'apps', 'batch', 'extensions']);

/** Null for objects that make no pods as far as is known here, and for those whose template is no mapping. */
export function madePod(object: Manifest): Manifest | null {
  const group = object.apiVersion.includes('/') ? (object.apiVersion.split('/')[0] ?? '') : '';
  const way = Object.hasOwn(TEMPLATES, object.kind) && GROUPS.has(group) ? TEMPLATES[object.kind] : undefined;
  const template = way && valueAt(object.value, way);
  if (template?.kind !== 'map') return null;
  const written = template.entries.get('metadata');
  const name = `${object.name ?? ''}-*`;
  const own = written?.kind === 'map' ? written : mapValue(new Map(), template.range);
  const named = withEntry(own, 'generateName', stringValue(`${object.name ?? ''}-`, own.range));
  const metadata = object.namespace === null ? named : withEntry(named, 'namespace', stringValue(object.namespace, own.range));
  const entries = new Map<string, Value>([
    ['apiVersion', stringValue('v1', template.range)],
    ['kind', stringValue('Pod', template.range)],
    ...template.entries,
    ['metadata', metadata],
  ]);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    name,
    namespace: object.namespace,
    value: mapValue(entries, template.range, template.rest),
    range: template.range ?? object.range,
  };
}
