/** What expressions of policies may ask, and what of it is known without a cluster. */
import type { Manifest, MapValue, Tracker, Value } from '@kumomori/model';
import { mapValue, stringValue, unknownValue } from '@kumomori/model';
import type { CelValue } from '../cel/index.ts';
import { celOfValue, unknownCel } from '../cel/index.ts';
import { withEntry } from './defaults.ts';
import type { Subject } from './matching.ts';

/** In the order of {@link valuesOf}, `variables` last. */
export const ADMISSION_NAMES: readonly string[] = [
  'object',
  'oldObject',
  'request',
  'params',
  'namespaceObject',
  'authorizer',
  'variables',
];

/** All but `variables`. What is read of the object is noted. */
export function valuesOf(subject: Subject, params: Manifest | null, tracker: Tracker): readonly CelValue[] {
  const { object, old, operation, namespace } = subject;
  return [
    operation === 'DELETE' ? null : celOfValue(object.value, 'object', tracker),
    old && celOfValue(old.value, 'oldObject', tracker),
    requestOf(subject, tracker),
    params && celOfValue(params.value, 'params', tracker),
    namespace && celOfValue(namespace.value, 'namespaceObject', tracker),
    unknownCel('authorizer', { code: 'not-collected', detail: 'whether somebody may do something is not asked' }),
  ];
}

function requestOf({ object, resource, namespace, operation }: Subject, tracker: Tracker): CelValue {
  const { group, version, kind, plural } = resource;
  const asker = unknownValue('not-collected', 'who asks for it is not known');
  const name = object.name?.endsWith('*') === true ? unknownValue('computed', 'the name is made when the object is created') : null;
  const of = (data: Readonly<Record<string, string>>): Value => mapValue(entries(data));
  const request = new Map<string, Value>([
    ['uid', unknownValue('computed', 'every request has an id of its own')],
    ['kind', of({ group, version, kind })],
    ['resource', of({ group, version, resource: plural })],
    ['requestKind', of({ group, version, kind })],
    ['requestResource', of({ group, version, resource: plural })],
    ['subResource', stringValue('')],
    ['requestSubResource', stringValue('')],
    ['name', name ?? stringValue(object.name ?? '')],
    ['operation', stringValue(operation)],
    ['userInfo', asker],
    ['dryRun', unknownValue('not-collected', 'how it is asked for is not known')],
    ['options', unknownValue('not-collected', 'how it is asked for is not known')],
  ]);
  if (namespace) request.set('namespace', stringValue(namespace.name));
  return celOfValue(mapValue(request), 'request', tracker);
}

/** Written by the server into every namespace. Source: Kubernetes documentation, "Namespaces", read 2026-11-22. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** Of a namespace that no manifest describes only the name, and the label that every namespace has, are known. */
export function namespaceValue(written: MapValue | undefined, name: string): MapValue {
  const rest = written ? null : unknownValue('unresolved-reference', `the namespace ${name} is not among the manifests`);
  const own = written ?? mapValue(entries({ apiVersion: 'v1', kind: 'Namespace' }), null, rest);
  const metadata = own.entries.get('metadata');
  const known = metadata?.kind === 'map' ? metadata : mapValue(entries({ name }), null, rest);
  const labels = known.entries.get('labels');
  const all = labels?.kind === 'map' ? labels : mapValue(new Map(), null, rest);
  return withEntry(own, 'metadata', withEntry(known, 'labels', withEntry(all, NAME_LABEL, stringValue(name))));
}

function entries(texts: Readonly<Record<string, string>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(texts).map(([key, text]) => [key, stringValue(text)] as const));
}
