/**
 * What the API server writes into objects before policies see them. Only what stands in the object itself decides: no limit range, no
 * mutating webhook. Source: Kubernetes API reference v1.37, read 2026-11-22.
 */
import type { MapValue, Value } from '@kumomori/model';
import { boolValue, listValue, mapValue, numberValue, stringValue } from '@kumomori/model';
import type { AdmissionResource } from './resources.ts';
import { currentGroup } from './resources.ts';

type Default = string | number | boolean | Readonly<Record<string, never>> | ((parent: MapValue) => string | null);
type Defaults = Readonly<Record<string, Default>>;

const CONTAINER: Defaults = {
  imagePullPolicy: pullPolicy,
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  resources: {},
};
const POD: Defaults = {
  dnsPolicy: 'ClusterFirst',
  schedulerName: 'default-scheduler',
  terminationGracePeriodSeconds: 30,
  securityContext: {},
};

/** The object with defaults where it says nothing; values it has stay as they are. O(object). */
export function withDefaults(object: MapValue, { group, kind }: AdmissionResource): MapValue {
  const type = `${currentGroup(group, kind)}/${kind}`;
  switch (type) {
    case '/Pod':
      return change(object, ['spec'], (spec) => podSpec(spec, true));
    case 'apps/Deployment':
      return workload(object, { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600, 'strategy.type': 'RollingUpdate' });
    case 'apps/StatefulSet':
      return workload(object, {
        replicas: 1,
        revisionHistoryLimit: 10,
        podManagementPolicy: 'OrderedReady',
        'updateStrategy.type': 'RollingUpdate',
      });
    case 'apps/DaemonSet':
      return workload(object, { revisionHistoryLimit: 10, 'updateStrategy.type': 'RollingUpdate' });
    case 'apps/ReplicaSet':
    case '/ReplicationController':
      return workload(object, { replicas: 1 });
    case 'batch/Job':
      return job(object);
    case 'batch/CronJob':
      return change(
        filled(object, ['spec'], { concurrencyPolicy: 'Allow', suspend: false, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1 }),
        ['spec', 'jobTemplate'],
        job,
      );
    case '/Service':
      return change(
        filled(object, ['spec'], { type: 'ClusterIP', sessionAffinity: 'None', internalTrafficPolicy: 'Cluster' }),
        ['spec'],
        (spec) => each(spec, 'ports', (port) => filled(port, [], { protocol: 'TCP' })),
      );
    default:
      return object;
  }
}

function workload(object: MapValue, defaults: Defaults): MapValue {
  return change(filled(object, ['spec'], defaults), ['spec', 'template', 'spec'], (spec) => podSpec(spec, true));
}

function job(object: MapValue): MapValue {
  const own = filled(object, ['spec'], { backoffLimit: 6, completions: 1, parallelism: 1, suspend: false });
  return change(own, ['spec', 'template', 'spec'], (spec) => podSpec(spec, false));
}

function podSpec(spec: MapValue, restarts: boolean): MapValue {
  const own = filled(spec, [], restarts ? { ...POD, restartPolicy: 'Always' } : POD);
  return ['containers', 'initContainers'].reduce(
    (made, key) =>
      each(made, key, (container) => each(filled(container, [], CONTAINER), 'ports', (port) => filled(port, [], { protocol: 'TCP' }))),
    own,
  );
}

/** `Always` for latest and for images without tag and digest. Null: the image is not known. */
function pullPolicy(container: MapValue): string | null {
  const image = container.entries.get('image');
  if (image?.kind !== 'string') return null;
  const last = image.value.slice(image.value.lastIndexOf('/') + 1);
  const tag = /:([^@]*)/.exec(last)?.[1];
  return (tag === undefined && !image.value.includes('@')) || tag === 'latest' ? 'Always' : 'IfNotPresent';
}

/** Nothing is made where the map itself is missing. */
function filled(object: MapValue, path: readonly string[], defaults: Defaults): MapValue {
  return change(object, path, (map) => {
    let made = map;
    for (const [key, value] of Object.entries(defaults)) {
      const [first = '', second] = key.split('.');
      if (second === undefined) made = put(made, first, value);
      else {
        const inner = made.entries.get(first) ?? mapValue(new Map(), made.range);
        if (inner.kind === 'map') made = withEntry(made, first, put(inner, second, value));
      }
    }
    return made;
  });
}

function put(map: MapValue, key: string, value: Default): MapValue {
  const known = map.entries.get(key);
  // What may be there all the same is unknown, and stays so.
  if ((known && known.kind !== 'null') || (!known && map.rest)) return map;
  const made = typeof value === 'function' ? value(map) : value;
  return made === null ? map : withEntry(map, key, valueOf(made, map));
}

function valueOf(value: string | number | boolean | Readonly<Record<string, never>>, { range }: MapValue): Value {
  if (typeof value === 'string') return stringValue(value, range);
  if (typeof value === 'number') return numberValue(value, range);
  return typeof value === 'boolean' ? boolValue(value, range) : mapValue(new Map(), range);
}

function change(object: MapValue, [key, ...rest]: readonly string[], by: (map: MapValue) => MapValue): MapValue {
  if (key === undefined) return by(object);
  const inner = object.entries.get(key);
  return inner?.kind === 'map' ? withEntry(object, key, change(inner, rest, by)) : object;
}

function each(object: MapValue, key: string, by: (map: MapValue) => MapValue): MapValue {
  const list = object.entries.get(key);
  if (list?.kind !== 'list') return object;
  return withEntry(
    object,
    key,
    listValue(
      list.items.map((item) => (item.kind === 'map' ? by(item) : item)),
      list.range,
      list.rest,
    ),
  );
}

const MAX_DEPTH = 200;

/** What is written as null is not set: the API server drops it. */
export function withoutNulls(value: MapValue, depth?: number): MapValue;
export function withoutNulls(value: Value, depth?: number): Value;
export function withoutNulls(value: Value, depth = 0): Value {
  if (depth > MAX_DEPTH) return value;
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => withoutNulls(item, depth + 1)) };
  if (value.kind !== 'map') return value;
  const entries = [...value.entries].flatMap(([key, entry]) =>
    entry.kind === 'null' ? [] : [[key, withoutNulls(entry, depth + 1)] as const],
  );
  return { ...value, entries: new Map(entries) };
}

/** The same map, of the same place, with one entry more. */
export function withEntry(map: MapValue, key: string, value: Value): MapValue {
  return { ...map, entries: new Map([...map.entries, [key, value]]) };
}
