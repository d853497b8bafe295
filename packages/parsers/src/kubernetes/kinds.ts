/** What an object's apiVersion and kind say: its resource type, and whether it lives in a namespace. */
import type { KubernetesObject } from './object.ts';

/** Kinds of old groups → where they moved. Source: Kubernetes "Deprecated API Migration Guide", read 2026-11-22. */
const MOVED: Readonly<Record<string, string>> = {
  'extensions/Deployment': 'apps/Deployment',
  'extensions/DaemonSet': 'apps/DaemonSet',
  'extensions/ReplicaSet': 'apps/ReplicaSet',
  'extensions/Ingress': 'networking.k8s.io/Ingress',
  'extensions/NetworkPolicy': 'networking.k8s.io/NetworkPolicy',
  'extensions/PodSecurityPolicy': 'policy/PodSecurityPolicy',
};

/** Kinds without a namespace, of the groups that Kubernetes brings. Source: Kubernetes API reference, read 2026-11-22. */
const CLUSTER_WIDE: ReadonlySet<string> = new Set([
  'Namespace',
  'Node',
  'PersistentVolume',
  'ComponentStatus',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'storage.k8s.io/StorageClass',
  'storage.k8s.io/CSIDriver',
  'storage.k8s.io/CSINode',
  'storage.k8s.io/VolumeAttachment',
  'storage.k8s.io/VolumeAttributesClass',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/MutatingAdmissionPolicy',
  'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding',
  'certificates.k8s.io/CertificateSigningRequest',
  'certificates.k8s.io/ClusterTrustBundle',
  'flowcontrol.apiserver.k8s.io/FlowSchema',
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration',
  'networking.k8s.io/IngressClass',
  'node.k8s.io/RuntimeClass',
  'policy/PodSecurityPolicy',
  'scheduling.k8s.io/PriorityClass',
]);

/** Groups whose other kinds all live in a namespace. */
const NAMESPACED_GROUPS: ReadonlySet<string> = new Set([
  '',
  'apps',
  'batch',
  'autoscaling',
  'policy',
  'networking.k8s.io',
  'rbac.authorization.k8s.io',
  'discovery.k8s.io',
  'coordination.k8s.io',
  'events.k8s.io',
]);

/** The group of an apiVersion, `''` for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}

/** `Pod`, `apps/Deployment`: without the version, old groups as the ones they became. */
export function typeOfObject({ apiVersion, kind }: Pick<KubernetesObject, 'apiVersion' | 'kind'>): string {
  const group = groupOf(apiVersion);
  const type = group === '' ? kind : `${group}/${kind}`;
  return MOVED[type] ?? type;
}

/** The namespace an object lands in; null for those outside of all namespaces, and for foreign kinds that name none. */
export function namespaceOf(object: KubernetesObject): string | null {
  const type = typeOfObject(object);
  if (CLUSTER_WIDE.has(type)) return null;
  if (object.namespace !== null) return object.namespace;
  const slash = type.indexOf('/');
  return NAMESPACED_GROUPS.has(slash === -1 ? '' : type.slice(0, slash)) && object.name !== null ? 'default' : null;
}

/** `namespace/Kind/name`, `Kind/name` outside of namespaces; the file stands for a name that is missing (contracts.md §2). */
export function addressOf(object: KubernetesObject): string {
  const namespace = namespaceOf(object);
  const own = `${object.kind}/${object.name ?? object.range.source.path}`;
  return namespace === null ? own : `${namespace}/${own}`;
}
