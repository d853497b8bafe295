/** A live cluster: recorded lists of its API server → declared resources, as if its objects were manifests. */
import type {
  DeclaredResource,
  Json,
  JsonObject,
  LiveDeclaration,
  MapValue,
  Range,
  RecordedCall,
  RecordedCalls,
  ServedKind,
  UnknownReason,
  Value,
} from '@kumomori/model';
import {
  CORE_GROUP,
  DISCOVERY,
  KUBELET_CONFIGURATION,
  REDACTED,
  isJsonObject,
  isKnownKind,
  itemsAt,
  knownKinds,
  mapValue,
  nameOfKind,
  servedKinds,
  serviceOfGroup,
  stringValue,
  textOf,
  toValue,
  typeOfKind,
  unknownValue,
} from '@kumomori/model';
import { declare } from './declare.ts';
import { PodMakers, isMadeByServer, ownersFirst } from './live-doubles.ts';
import type { KubernetesObject } from './object.ts';
import { objectOf, textAt } from './object.ts';
import { pagesOf } from './live-pages.ts';

const KUBELET = 'kubelet.config.k8s.io/KubeletConfiguration';

/**
 * What makes pods is declared once, at the object that people wrote: the pods and replica sets of a Deployment are not declared beside it.
 * Neither is what every cluster has by itself (docs/live/kubernetes.md). `failed`: told of each answer that could not be read; the rest
 * stays. O(objects).
 */
export function declareKubernetes(calls: RecordedCalls, failed: (call: RecordedCall, error: unknown) => void = () => {}): LiveDeclaration {
  const incomplete = new Map<string, UnknownReason>();
  const lack = (type: string, detail: string): void => {
    if (!incomplete.has(type)) incomplete.set(type, { code: 'not-collected', detail });
  };
  const objects = liveObjects(calls, lack, failed);
  return { resources: [...declared(objects, calls.account), ...kubelets(calls, lack)], incomplete };
}

/** What people put into the cluster, as its manifests: without what was made of it and what every cluster has. Answers that cannot be read are left out. */
export function manifestsOfCalls(calls: RecordedCalls): readonly KubernetesObject[] {
  const nothing = (): void => {};
  return [...liveObjects(calls, nothing, nothing).values()];
}

function liveObjects(
  calls: RecordedCalls,
  lack: (type: string, detail: string) => void,
  failed: (call: RecordedCall, error: unknown) => void,
): ReadonlyMap<string, KubernetesObject> {
  const objects = new Map<string, KubernetesObject>();
  const makers = new PodMakers();
  for (const kind of ownersFirst(kindsOf(calls))) {
    const { pages, lacks } = pagesOf(calls.of(serviceOfGroup(kind.group), kind.plural));
    if (lacks !== null) lack(typeOfKind(kind), `the list of ${nameOfKind(kind)} ${lacks}`);
    for (const page of pages) {
      try {
        for (const [id, object] of objectsIn(page, kind, makers)) objects.set(id, object);
      } catch (error) {
        failed(page, error);
        lack(typeOfKind(kind), `an answer to the list of ${nameOfKind(kind)} could not be read`);
      }
    }
  }
  return objects;
}

/** What the server said it has, of the kinds that are collected; without its word what every cluster has. */
function kindsOf(calls: RecordedCalls): readonly ServedKind[] {
  const answers = ['api', 'apis', 'resources'].flatMap((operation) => calls.of(DISCOVERY, operation));
  const served = servedKinds(answers.flatMap(({ record }) => record.response ?? []));
  const groups = new Set(served.map(({ group }) => group));
  const assumed = knownKinds.filter(({ group }) => !groups.has(group) && (group === '' || !groups.has('')));
  // Kinds that are not known are there when everything was collected.
  const others = served.filter((kind) => !isKnownKind(kind) && calls.of(serviceOfGroup(kind.group), kind.plural).length > 0);
  return [...served.filter(isKnownKind), ...others, ...assumed];
}

/** Those that are to be declared. */
function objectsIn(
  { record, range }: RecordedCall,
  kind: ServedKind,
  makers: PodMakers,
): readonly (readonly [id: string, KubernetesObject])[] {
  const { response } = record;
  const items = isJsonObject(response) && 'items' in response ? itemsAt(response, 'items') : [response ?? null];
  return items.flatMap((item) => {
    // Most of a cluster was made by something else in it: that is not even looked at.
    if (!isJsonObject(item) || makers.made(item, kind)) return [];
    const value = valueOf(item, kind, range);
    const object = value && objectOf(value, range);
    if (!object) return [];
    makers.add(object);
    if (isMadeByServer(object)) return [];
    const id = textOf(item, 'metadata.uid') ?? `${typeOfKind(kind)} ${object.namespace ?? ''} ${object.name ?? ''}`;
    return [[id, object] as const];
  });
}

/** The object as its manifest: items of a list do not repeat what they are, and what happened to it is not what was asked for. */
function valueOf(item: JsonObject, kind: ServedKind, range: Range): MapValue | null {
  const isMetadata = textOf(item, 'kind') === 'PartialObjectMetadata';
  const isSecret = kind.group === '' && kind.plural === 'secrets';
  const { status: _, apiVersion, ...rest } = item;
  const named = {
    ...rest,
    apiVersion: isMetadata || typeof apiVersion !== 'string' ? versionOf(kind) : apiVersion,
    kind: isMetadata || typeof rest['kind'] !== 'string' ? kind.kind : rest['kind'],
  };
  const value = toValue(isSecret ? withoutData(named) : withoutDefaults(named), range);
  if (value.kind !== 'map') return null;
  const type: Value = unknownValue('not-collected', 'of Secrets only the metadata are collected', range);
  return isSecret && isMetadata ? mapValue(new Map([...value.entries, ['type', type]]), range) : value;
}

function versionOf({ group, version }: ServedKind): string {
  return group === '' ? version : `${group}/${version}`;
}

/** That a Secret holds secrets is what it is for, however they were collected. */
function withoutData(secret: JsonObject): JsonObject {
  const data: Json = { [REDACTED]: '' };
  const hidden = ['data', 'stringData'].flatMap((key) => (isJsonObject(secret[key]) ? [[key, data] as const] : []));
  return { ...secret, ...Object.fromEntries(hidden) };
}

/** The server writes an empty security context into every pod; nobody has thought of security because of that. */
function withoutDefaults(object: JsonObject): JsonObject {
  const inner = ['spec', 'template', 'jobTemplate'].flatMap((key) => {
    const part = object[key];
    return isJsonObject(part) ? [[key, withoutDefaults(part)] as const] : [];
  });
  const { securityContext, ...rest } = object;
  const isDefault = 'containers' in object && isJsonObject(securityContext) && Object.keys(securityContext).length === 0;
  return { ...(isDefault ? rest : object), ...Object.fromEntries(inner) };
}

function declared(objects: ReadonlyMap<string, KubernetesObject>, account: string): readonly DeclaredResource[] {
  const taken = new Map<string, number>();
  return [...objects.values()].flatMap((object) => declare(object, rootDirOf(account), taken));
}

/** One for each node, called like it. */
function kubelets(calls: RecordedCalls, lack: (type: string, detail: string) => void): readonly DeclaredResource[] {
  const records = calls.of(CORE_GROUP, KUBELET_CONFIGURATION);
  if (records.length === 0) lack(KUBELET, 'no kubelet was asked for its configuration');
  const taken = new Map<string, number>();
  return records.flatMap(({ record, range }) => {
    if (record.error) lack(KUBELET, `a kubelet did not give its configuration (${record.error.code})`);
    const value = toValue(itemsAt(record.response, 'kubeletconfig')[0], range);
    const node = /\/nodes\/([^/]+)\//.exec(textOf(record.request, 'path') ?? '')?.[1];
    if (value.kind !== 'map' || node === undefined) return [];
    const own = new Map<string, Value>([
      ['apiVersion', stringValue(textAt(value, 'apiVersion') ?? 'kubelet.config.k8s.io/v1beta1', range)],
      ['kind', stringValue('KubeletConfiguration', range)],
      ['metadata', mapValue(new Map([['name', stringValue(node, range)]]), range)],
    ]);
    const object = objectOf(mapValue(new Map([...value.entries, ...own]), range), range);
    return object ? declare(object, rootDirOf(calls.account), taken) : [];
  });
}

function rootDirOf(account: string): string {
  return `kubernetes:${account}`;
}
