/** A cluster as its API server would show what manifests apply: objects → recorded lists of a collection. */
import type { CallError, DeclaredResource, Json, JsonObject, RecordedCall, RecordedCalls, ServedKind, Value } from '@kumomori/model';
import { CORE_GROUP, DISCOVERY, isJsonObject, knownKinds, serviceOfGroup, splitVersion, textOf } from '@kumomori/model';

export const CLUSTER = 'orders-prod';

/** A manifest holds what is not written out. */
export class NotPlain extends Error {}

/** The object that a manifest says. Throws NotPlain. */
export function appliedObject({ block, address }: DeclaredResource): JsonObject {
  const added = new Set(['name', 'namespace', 'podTemplate']);
  const members = [...block.attributes].filter(([key]) => !added.has(key)).map(([key, { value }]) => [key, toJson(value)] as const);
  const object: JsonObject = Object.fromEntries(members);
  const namespace = block.attributes.get('namespace')?.value;
  const metadata = isJsonObject(object['metadata']) ? object['metadata'] : {};
  return {
    ...object,
    metadata: {
      ...metadata,
      uid: `uid of ${address}`,
      ...(namespace?.kind === 'string' && { namespace: namespace.value }),
      ...(metadata['name'] === undefined && { name: `${String(metadata['generateName'] ?? 'a-')}x7k2p` }),
    },
  };
}

function toJson(value: Value): Json {
  switch (value.kind) {
    case 'null':
      return null;
    case 'string':
    case 'number':
    case 'bool':
      return value.value;
    case 'list':
    case 'set':
      return value.items.map(toJson);
    case 'map':
      return Object.fromEntries([...value.entries].map(([key, each]) => [key, toJson(each)]));
    default:
      throw new NotPlain(value.kind);
  }
}

/** The group of an object that an API server holds; null for configuration files, which only look alike. */
export function groupOfObject(object: JsonObject): string | null {
  const [group] = splitVersion(textOf(object, 'apiVersion') ?? '');
  const isFile =
    /^(?:kubeadm\.k8s\.io|kubelet\.config\.k8s\.io|apiserver\.(?:config\.)?k8s\.io|audit\.k8s\.io|kustomize\.config\.k8s\.io)$/.test(group);
  return isFile || textOf(object, 'kind') === undefined ? null : group;
}

interface Refused {
  /** Plurals of lists that are refused. */
  readonly refused?: readonly string[];
}

/** Every list of the cluster, one page each; kinds of which there is nothing are empty lists. */
export function recordedLists(objects: readonly JsonObject[], { refused = [] }: Refused = {}): RecordedCalls {
  const kinds = servedFor(objects);
  const discovery = {
    kind: 'APIGroupDiscoveryList',
    items: [...Map.groupBy(kinds, ({ group }) => group)].map(([name, members]) => ({
      metadata: { name },
      versions: members.map(({ version, plural, kind, isNamespaced }) => ({
        version,
        resources: [{ resource: plural, responseKind: { kind }, scope: isNamespaced ? 'Namespaced' : 'Cluster', verbs: ['list'] }],
      })),
    })),
  };
  const records = new Map<string, readonly RecordedCall[]>();
  const put = (service: string, operation: string, answer: { readonly response: Json } | { readonly error: CallError }): void => {
    const source = { path: `raw/kubernetes/${CLUSTER}/global/${service}/${operation}.jsonl.gz`, text: '', firstLine: 1 };
    const place = { provider: 'kubernetes' as const, account: CLUSTER, region: 'global', service, operation };
    const record = { request: { path: operation, limit: 500 }, at: '2026-11-22T09:00:00Z', ...answer };
    records.set(`${service} ${operation}`, [{ place, record, range: { source, start: 0, end: 0 } }]);
  };
  put(DISCOVERY, 'apis', { response: discovery });
  put(CORE_GROUP, 'configz', { response: null });
  for (const kind of kinds) {
    const items = objects.filter((object) => groupOfObject(object) === kind.group && object['kind'] === kind.kind).map(asListed);
    const apiVersion = kind.group === '' ? kind.version : `${kind.group}/${kind.version}`;
    const isRefused = refused.includes(kind.plural);
    put(
      serviceOfGroup(kind.group),
      kind.plural,
      isRefused
        ? { error: { code: 'Forbidden', message: 'forbidden', permission: `list ${kind.plural}` } }
        : { response: { kind: `${kind.kind}List`, apiVersion, metadata: { resourceVersion: '1' }, items } },
    );
  }
  return { account: CLUSTER, partition: '', of: (service, operation) => records.get(`${service} ${operation}`) ?? [] };
}

function servedFor(objects: readonly JsonObject[]): readonly ServedKind[] {
  const kinds = new Map(knownKinds.map((kind) => [`${kind.group}/${kind.kind}`, kind]));
  for (const object of objects) {
    const [group, version] = splitVersion(textOf(object, 'apiVersion') ?? '');
    const kind = textOf(object, 'kind') ?? '';
    const plural = `${kind.toLowerCase()}s`.replace(/ys$/, 'ies');
    if (!kinds.has(`${group}/${kind}`)) kinds.set(`${group}/${kind}`, { group, version, plural, kind, isNamespaced: true });
  }
  return [...kinds.values()];
}

/** As a list holds it: without saying what it is, with what the server adds. */
function asListed(object: JsonObject): JsonObject {
  const { apiVersion: _, kind: __, ...rest } = object;
  const metadata = isJsonObject(object['metadata']) ? object['metadata'] : {};
  const managed = [{ manager: 'kubectl-client-side-apply', operation: 'Update', fieldsType: 'FieldsV1', fieldsV1: { 'f:spec': {} } }];
  return {
    ...(withDefaults(rest) as JsonObject),
    metadata: { ...metadata, resourceVersion: '7', creationTimestamp: '2026-11-01T00:00:00Z', managedFields: managed },
    status: { observedGeneration: 1, phase: 'Running' },
  };
}

/** Of the defaults that the server writes into pods those that could be mistaken for the author's words. */
function withDefaults(json: Json): Json {
  if (Array.isArray(json)) return (json as readonly Json[]).map(withDefaults);
  if (!isJsonObject(json)) return json;
  const inner = Object.fromEntries(Object.entries(json).map(([key, each]) => [key, withDefaults(each)]));
  if (!Array.isArray(json['containers'])) return inner;
  const account = textOf(json, 'serviceAccountName');
  return {
    restartPolicy: 'Always',
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
    terminationGracePeriodSeconds: 30,
    ...inner,
    ...(account !== undefined && { serviceAccount: account }),
  };
}
