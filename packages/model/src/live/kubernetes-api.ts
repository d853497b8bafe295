/** What a Kubernetes API server serves, from its answers to discovery, and which kinds of it are collected. */
import type { Json } from './json.ts';
import { isJsonObject, itemsAt, jsonAt, textOf } from './json.ts';

/** A kind of objects as an API server serves it. */
export interface ServedKind {
  /** `''` for the core group. */
  readonly group: string;
  readonly version: string;
  /** As paths and permissions name it: `deployments`. */
  readonly plural: string;
  readonly kind: string;
  readonly isNamespaced: boolean;
}

/** The service under which calls to the core group are recorded; other groups by their own name. */
export const CORE_GROUP = 'core';
/** The service under which answers to discovery are recorded, operations `api`, `apis` and `resources`. */
export const DISCOVERY = 'discovery';
/** The operation, of nodes, under which configurations of kubelets are recorded. */
export const KUBELET_CONFIGURATION = 'configz';

export function serviceOfGroup(group: string): string {
  return group === '' ? CORE_GROUP : group;
}

/** `apps/Deployment`, `Pod`: as declared resources call it. */
export function typeOfKind({ group, kind }: Pick<ServedKind, 'group' | 'kind'>): string {
  return group === '' ? kind : `${group}/${kind}`;
}

/**
 * Kinds that readers, networks and identities need, `@` before those outside of namespaces. The version is asked for when discovery is
 * refused. Source: Kubernetes API reference v1.37 and the reference of each project, read 2026-11-22.
 */
const KNOWN: Readonly<Record<string, string>> = {
  '/v1':
    'pods:Pod services:Service serviceaccounts:ServiceAccount configmaps:ConfigMap secrets:Secret limitranges:LimitRange resourcequotas:ResourceQuota persistentvolumeclaims:PersistentVolumeClaim replicationcontrollers:ReplicationController podtemplates:PodTemplate @namespaces:Namespace @nodes:Node @persistentvolumes:PersistentVolume',
  'apps/v1': 'deployments:Deployment statefulsets:StatefulSet daemonsets:DaemonSet replicasets:ReplicaSet',
  'batch/v1': 'jobs:Job cronjobs:CronJob',
  'autoscaling/v2': 'horizontalpodautoscalers:HorizontalPodAutoscaler',
  'policy/v1': 'poddisruptionbudgets:PodDisruptionBudget',
  'networking.k8s.io/v1': 'ingresses:Ingress networkpolicies:NetworkPolicy @ingressclasses:IngressClass',
  'rbac.authorization.k8s.io/v1': 'roles:Role rolebindings:RoleBinding @clusterroles:ClusterRole @clusterrolebindings:ClusterRoleBinding',
  'storage.k8s.io/v1': '@storageclasses:StorageClass',
  'admissionregistration.k8s.io/v1':
    '@validatingwebhookconfigurations:ValidatingWebhookConfiguration @mutatingwebhookconfigurations:MutatingWebhookConfiguration @validatingadmissionpolicies:ValidatingAdmissionPolicy @validatingadmissionpolicybindings:ValidatingAdmissionPolicyBinding',
};

/** Collected where the server has them; a cluster without is no gap. */
const WHERE_SERVED: Readonly<Record<string, string>> = {
  policy: 'podsecuritypolicies',
  extensions: 'ingresses',
  'admissionregistration.k8s.io': 'mutatingadmissionpolicies mutatingadmissionpolicybindings',
  'gateway.networking.k8s.io': 'gateways gatewayclasses httproutes grpcroutes tlsroutes referencegrants',
  'policy.networking.k8s.io': 'adminnetworkpolicies baselineadminnetworkpolicies clusternetworkpolicies',
  'cilium.io': 'ciliumnetworkpolicies ciliumclusterwidenetworkpolicies',
  'crd.projectcalico.org': 'networkpolicies globalnetworkpolicies',
  'projectcalico.org': 'networkpolicies globalnetworkpolicies',
  'argoproj.io': 'rollouts workflowtemplates clusterworkflowtemplates cronworkflows applications appprojects',
  'serving.knative.dev': 'services',
  'tekton.dev': 'tasks clustertasks pipelines',
  'apps.openshift.io': 'deploymentconfigs',
  'security.openshift.io': 'securitycontextconstraints',
  'kyverno.io': 'policies clusterpolicies',
  'traefik.io': 'ingressroutes ingressroutetcps',
};

export const knownKinds: readonly ServedKind[] = Object.entries(KNOWN).flatMap(([place, kinds]) => {
  const [group = '', version = ''] = place.split('/');
  return kinds.split(' ').map((each): ServedKind => {
    const [plural = '', kind = ''] = each.replace('@', '').split(':');
    return { group, version, plural, kind, isNamespaced: !each.startsWith('@') };
  });
});

const KNOWN_NAMES: ReadonlySet<string> = new Set([
  ...knownKinds.map(nameOf),
  ...Object.entries(WHERE_SERVED).flatMap(([group, kinds]) => kinds.split(' ').map((plural) => nameOf({ group, plural }))),
]);

/** Plurals of all kinds that are collected without being asked for, by group. */
export function knownPlurals(): ReadonlyMap<string, readonly string[]> {
  const named = [...KNOWN_NAMES].map((name) => {
    const dot = name.indexOf('.');
    return dot === -1 ? { group: '', plural: name } : { group: name.slice(dot + 1), plural: name.slice(0, dot) };
  });
  return new Map([...Map.groupBy(named, ({ group }) => group)].map(([group, kinds]) => [group, kinds.map(({ plural }) => plural).sort()]));
}

export function isKnownKind(kind: Pick<ServedKind, 'group' | 'plural'>): boolean {
  return KNOWN_NAMES.has(nameOf(kind));
}

/** True for groups of which something is collected without being asked for. */
export function isKnownGroup(group: string): boolean {
  return Object.hasOwn(WHERE_SERVED, group) || knownKinds.some((kind) => kind.group === group);
}

/** `deployments.apps`, as permissions are spoken of. */
export function nameOf({ group, plural }: Pick<ServedKind, 'group' | 'plural'>): string {
  return group === '' ? plural : `${plural}.${group}`;
}

/**
 * The kinds that can be listed, each in the first version that has it (servers name the preferred one first). `answers`: to `/api` and
 * `/apis`, aggregated, and lists of the resources of a version. What is none of these gives none. O(answers).
 */
export function servedKinds(answers: readonly Json[]): readonly ServedKind[] {
  const byName = new Map<string, ServedKind>();
  for (const answer of answers) {
    for (const kind of [...aggregatedKinds(answer), ...versionKinds(answer)]) {
      const name = nameOf(kind);
      if (!byName.has(name)) byName.set(name, kind);
    }
  }
  return [...byName.values()];
}

/** APIGroupDiscoveryList, apidiscovery.k8s.io/v2. */
function aggregatedKinds(answer: Json): readonly ServedKind[] {
  return itemsAt(answer, 'items').flatMap((group) =>
    itemsAt(group, 'versions').flatMap((version) =>
      itemsAt(version, 'resources').flatMap((resource) =>
        kindOf(resource, {
          group: textOf(group, 'metadata.name') ?? '',
          version: textOf(version, 'version'),
          plural: textOf(resource, 'resource'),
          kind: textOf(resource, 'responseKind.kind'),
          isNamespaced: textOf(resource, 'scope') === 'Namespaced',
        }),
      ),
    ),
  );
}

/** APIResourceList: one group in one version. */
function versionKinds(answer: Json): readonly ServedKind[] {
  const [group, version] = splitVersion(textOf(answer, 'groupVersion') ?? '');
  return itemsAt(answer, 'resources').flatMap((resource) =>
    kindOf(resource, {
      group,
      version,
      plural: textOf(resource, 'name'),
      kind: textOf(resource, 'kind'),
      isNamespaced: jsonAt(resource, 'namespaced') === true,
    }),
  );
}

/** `apps/v1` → group and version; `v1` is of the core group. */
export function splitVersion(groupVersion: string): readonly [group: string, version: string] {
  const slash = groupVersion.indexOf('/');
  return slash === -1 ? ['', groupVersion] : [groupVersion.slice(0, slash), groupVersion.slice(slash + 1)];
}

/** What a server may be asked for is made of these names. */
const NAME = /^[a-z0-9][a-z0-9.-]{0,252}$/i;

function kindOf(resource: Json, found: { readonly [Key in keyof ServedKind]: ServedKind[Key] | undefined }): readonly ServedKind[] {
  const { group = '', version = '', plural = '', kind = '', isNamespaced = false } = found;
  const isListable = isJsonObject(resource) && itemsAt(resource, 'verbs').includes('list');
  const isSound = [plural, version, kind].every((each) => NAME.test(each)) && (group === '' || NAME.test(group));
  return isListable && isSound ? [{ group, version, plural, kind, isNamespaced }] : [];
}
