/** Objects of a live cluster that would only repeat what another one says, or that every cluster makes by itself. */
import type { Value } from '@kumomori/model';
import { typeOfObject } from './kinds.ts';
import type { KubernetesObject } from './object.ts';
import { entryOf, itemsOf, textAt } from './object.ts';
import { isKnownWorkload, podTemplatesOf } from './pod-template.ts';

/** Kinds that controllers make from the pod template of something else. */
const MADE_FROM_TEMPLATES: ReadonlySet<string> = new Set(['Pod', 'ReplicationController', 'apps/ReplicaSet', 'batch/Job']);

/** True for the pod of a replica set, the replica set of a deployment, the job of a cron job, when the owner was collected too. O(owners). */
export function isSecondSightOf(object: KubernetesObject, byId: ReadonlyMap<string, KubernetesObject>): boolean {
  if (!MADE_FROM_TEMPLATES.has(typeOfObject(object))) return false;
  const owner = itemsOf(entryOf(object.value, 'metadata', 'ownerReferences')).find((each) => isTrue(entryOf(each, 'controller')));
  const found = byId.get(textAt(owner, 'uid') ?? '');
  return found !== undefined && (isKnownWorkload(typeOfObject(found)) || podTemplatesOf(found).length > 0);
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === 'bool' && value.value;
}

/** Namespaces that every cluster has; nobody labels or limits them. */
const SYSTEM_NAMESPACES: ReadonlySet<string> = new Set(['kube-system', 'kube-public', 'kube-node-lease']);
/** Nothing runs in these. */
const EMPTY_NAMESPACES: ReadonlySet<string> = new Set(['kube-public', 'kube-node-lease']);

export function isMadeByServer(object: KubernetesObject): boolean {
  const { name, namespace } = object;
  switch (typeOfObject(object)) {
    case 'Namespace':
      return SYSTEM_NAMESPACES.has(name ?? '');
    case 'ConfigMap':
      return name === 'kube-root-ca.crt';
    case 'ServiceAccount':
      return name === 'default' && EMPTY_NAMESPACES.has(namespace ?? '');
    case 'rbac.authorization.k8s.io/Role':
    case 'rbac.authorization.k8s.io/ClusterRole':
      return isBootstrapped(object) && isDefaultRole(name ?? '');
    case 'rbac.authorization.k8s.io/RoleBinding':
    case 'rbac.authorization.k8s.io/ClusterRoleBinding':
      return isBootstrapped(object) && itemsOf(entryOf(object.value, 'subjects')).every((subject) => isDefaultSubject(subject, name ?? ''));
    default:
      return false;
  }
}

function isBootstrapped({ value }: KubernetesObject): boolean {
  return textAt(entryOf(value, 'metadata', 'labels'), 'kubernetes.io/bootstrapping') === 'rbac-defaults';
}

/** Source: Kubernetes documentation, "Using RBAC Authorization", sections "Default roles and role bindings"; read 2026-11-22. */
function isDefaultRole(name: string): boolean {
  return /^(?:system:.+|cluster-admin|admin|edit|view)$/.test(name);
}

/** Bindings that give everybody, signed in or not, what is no secret. */
const FOR_EVERYBODY: Readonly<Record<string, readonly string[]>> = {
  'system:public-info-viewer': ['system:authenticated', 'system:unauthenticated'],
  'system:basic-user': ['system:authenticated'],
  'system:discovery': ['system:authenticated'],
};

/** Somebody else in a default binding was put there by hand: that is a way to hide an administrator. */
function isDefaultSubject(subject: Value, binding: string): boolean {
  const name = textAt(subject, 'name') ?? '';
  if (textAt(subject, 'kind') === 'ServiceAccount') return ['kube-system', 'kube-public'].includes(textAt(subject, 'namespace') ?? '');
  if (/^system:(?:anonymous|(?:un)?authenticated|serviceaccounts(?::.*)?)$/.test(name))
    return FOR_EVERYBODY[binding]?.includes(name) === true;
  return name.startsWith('system:') && !name.startsWith('system:serviceaccount');
}
