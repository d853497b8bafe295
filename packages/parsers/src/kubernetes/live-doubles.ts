/** Objects of a live cluster that would only repeat what another one says, or that every cluster makes by itself. */
import type { JsonObject, ServedKind, Value } from '@kumomori/model';
import { itemsAt, jsonAt, textOf, typeOfKind } from '@kumomori/model';
import { typeOfObject } from './kinds.ts';
import type { KubernetesObject } from './object.ts';
import { entryOf, itemsOf, textAt } from './object.ts';
import { isKnownWorkload, podTemplatesOf } from './pod-template.ts';

/** Kinds that controllers make from the pod template of something else; each after those that may own it. */
const MADE_FROM_TEMPLATES: readonly string[] = ['ReplicationController', 'apps/ReplicaSet', 'batch/Job', 'Pod'];

/** In an order in which owners come before what they own. */
export function ownersFirst(kinds: readonly ServedKind[]): readonly ServedKind[] {
  const rank = (kind: ServedKind): number => MADE_FROM_TEMPLATES.indexOf(typeOfKind(kind));
  return kinds.toSorted((one, other) => rank(one) - rank(other));
}

/** Remembers what makes pods, so that what was made by it is told apart. Owners are to be told of first. */
export class PodMakers {
  readonly #ids = new Set<string>();

  add(object: KubernetesObject): void {
    const id = textAt(entryOf(object.value, 'metadata'), 'uid');
    if (id !== null && (isKnownWorkload(typeOfObject(object)) || podTemplatesOf(object).length > 0)) this.#ids.add(id);
  }

  /** True for the pod of a replica set, the replica set of a deployment, the job of a cron job, when the owner was collected too. O(owners). */
  made(item: JsonObject, kind: ServedKind): boolean {
    if (!MADE_FROM_TEMPLATES.includes(typeOfKind(kind))) return false;
    const owner = itemsAt(item, 'metadata.ownerReferences').find((each) => jsonAt(each, 'controller') === true);
    if (!this.#ids.has(textOf(owner, 'uid') ?? '')) return false;
    const id = textOf(item, 'metadata.uid');
    if (id !== undefined) this.#ids.add(id);
    return true;
  }
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
