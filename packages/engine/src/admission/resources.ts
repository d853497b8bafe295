/** What the API server calls the kind of an object. */
import type { Manifest, Value } from '@kumomori/model';
import { knownKinds } from '@kumomori/model';

export interface AdmissionResource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** `deployments` */
  readonly plural: string;
  /** Null: a kind that nobody here knows. */
  readonly isNamespaced: boolean | null;
}

const byKind = new Map(knownKinds.map((each) => [`${each.group}/${each.kind}`, each]));
/** Group that a kind of `extensions` moved to. Source: Kubernetes "Deprecated API Migration Guide", read 2026-11-22. */
const MOVED: Readonly<Record<string, string>> = {
  Deployment: 'apps',
  DaemonSet: 'apps',
  ReplicaSet: 'apps',
  Ingress: 'networking.k8s.io',
  NetworkPolicy: 'networking.k8s.io',
  PodSecurityPolicy: 'policy',
};
/** Irregular plurals of groups that are not collected. */
const OTHERS: Readonly<Record<string, readonly [plural: string, isNamespaced: boolean]>> = {
  'policy/PodSecurityPolicy': ['podsecuritypolicies', false],
  'networking.k8s.io/IngressClass': ['ingressclasses', false],
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': ['validatingwebhookconfigurations', false],
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': ['mutatingwebhookconfigurations', false],
  'apiextensions.k8s.io/CustomResourceDefinition': ['customresourcedefinitions', false],
  'apiregistration.k8s.io/APIService': ['apiservices', false],
  'scheduling.k8s.io/PriorityClass': ['priorityclasses', false],
  'node.k8s.io/RuntimeClass': ['runtimeclasses', false],
  'storage.k8s.io/CSIDriver': ['csidrivers', false],
  'certificates.k8s.io/CertificateSigningRequest': ['certificatesigningrequests', false],
  'coordination.k8s.io/Lease': ['leases', true],
  'discovery.k8s.io/EndpointSlice': ['endpointslices', true],
};

/** Looks kinds up: of the objects given, custom resource definitions say how theirs are called. */
export function resourceNames(known: readonly Manifest[]): (object: Pick<Manifest, 'apiVersion' | 'kind'>) => AdmissionResource {
  const custom = new Map<string, Pick<AdmissionResource, 'plural' | 'isNamespaced'>>();
  for (const { kind, value } of known) {
    if (kind !== 'CustomResourceDefinition') continue;
    const [group, own, plural, scope] = [['group'], ['names', 'kind'], ['names', 'plural'], ['scope']].map((path) =>
      textAt(value, ['spec', ...path]),
    );
    if (group && own && plural) custom.set(`${group}/${own}`, { plural, isNamespaced: scope !== 'Cluster' });
  }
  return ({ apiVersion, kind }) => {
    const slash = apiVersion.indexOf('/');
    const group = slash === -1 ? '' : apiVersion.slice(0, slash);
    const version = apiVersion.slice(slash + 1);
    const key = `${currentGroup(group, kind)}/${kind}`;
    const found = byKind.get(key) ?? custom.get(key);
    if (found) return { group, version, kind, plural: found.plural, isNamespaced: found.isNamespaced };
    const other = OTHERS[key];
    return { group, version, kind, plural: other?.[0] ?? pluralOf(kind), isNamespaced: other?.[1] ?? null };
  };
}

/** Objects of a group that is gone are judged as those of the group they moved to. */
export function currentGroup(group: string, kind: string): string {
  return group === 'extensions' ? (MOVED[kind] ?? group) : group;
}

/** As API servers make it when nobody says otherwise. */
function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (/(?:s|x|ch|sh)$/.test(name)) return `${name}es`;
  return name.endsWith('y') && !/[aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}

export function valueAt(value: Value | undefined, path: readonly string[]): Value | undefined {
  let found = value;
  for (const key of path) found = found?.kind === 'map' ? found.entries.get(key) : undefined;
  return found;
}

function textAt(value: Value, path: readonly string[]): string | null {
  const found = valueAt(value, path);
  return found?.kind === 'string' ? found.value : null;
}
