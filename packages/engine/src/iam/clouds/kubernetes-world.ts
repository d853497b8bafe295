/** Who can do what in the clusters of an estate. Everything of one estate is taken for one cluster: manifests do not say for which they are. */
import type { Estate, KubernetesBinding, KubernetesRole, Range } from '@kumomori/model';
import { HOLE, workloadsOf } from '@kumomori/model';
import type { KubernetesRequest, LabelSelector, RbacBinding, RbacPolicies, RbacRole } from '../kubernetes/index.ts';
import { decideKubernetes } from '../kubernetes/index.ts';
import type { GrantDecision } from '../shared/index.ts';
import { byNames, everybodyWho, NOT_ALLOWED, sorted } from './answers.ts';
import { API_GROUPS, builtInRoles } from './kubernetes-roles.ts';
import type { CloudAnswer, CloudGrantee, CloudPrincipal, CloudReason, CloudWorld, HeldRole } from './types.ts';

const ACCOUNT = 'system:serviceaccount:';
export const ANONYMOUS = 'system:anonymous';

/** Something given to a subject, with the block that gives it. */
interface Given {
  readonly binding: RbacBinding;
  readonly node: string;
  readonly place: Range | null;
}

const WORKLOAD_WRITES = ['pods', 'deployments', 'daemonsets', 'statefulsets', 'jobs', 'cronjobs', 'replicasets', 'replicationcontrollers'];

/** Actions worth telling of anybody. Source: Kubernetes documentation, "Role Based Access Control Good Practices" (2026-11-22, partly general knowledge, to be confirmed). */
const TELLING: readonly string[] = [
  ...WORKLOAD_WRITES.map((each) => `create ${each}`),
  ...['create pods/exec', 'get secrets', 'list secrets', 'create secrets', 'create serviceaccounts/token', 'impersonate users'],
  ...['impersonate groups', 'impersonate serviceaccounts', 'escalate clusterroles', 'bind clusterroles', 'escalate roles', 'bind roles'],
  ...['create clusterrolebindings', 'create rolebindings', 'get nodes/proxy', 'create nodes/proxy', 'create persistentvolumes'],
  ...['create certificatesigningrequests', 'update certificatesigningrequests/approval', 'create mutatingwebhookconfigurations'],
];

export class KubernetesWorld implements CloudWorld {
  readonly cloud = 'kubernetes';
  readonly principals: readonly CloudPrincipal[];
  /** What the cluster is called here; `kubernetes` when nothing says it. */
  readonly cluster: string;
  readonly namespaces: readonly string[];
  readonly #roles: readonly RbacRole[];
  /** Stand for roles that bindings name and nobody wrote. */
  readonly #unknownRoles: readonly RbacRole[];
  readonly #given: readonly Given[];
  readonly #names: ReadonlyMap<string, readonly CloudPrincipal[]>;
  readonly #policies = new Map<string, RbacPolicies>();
  readonly #estate: Estate;

  constructor(estate: Estate) {
    this.#estate = estate;
    this.cluster = clusterOf(estate);
    const written = estate.all('kubernetes.role').map(rbacRole);
    const isWritten = new Set(written.map(keyOf));
    this.#roles = [...written, ...builtInRoles.filter((each) => !isWritten.has(keyOf(each)))];
    this.#given = estate.all('kubernetes.binding').map((each) => ({ binding: rbacBinding(each), node: each.node, place: each.place }));
    const known = new Set(this.#roles.map(keyOf));
    this.#unknownRoles = this.#given.map(({ binding }) => roleNamed(binding)).filter((each) => !known.has(keyOf(each)));
    this.principals = principalsOf(estate, this.cluster);
    this.#names = byNames(this.principals);
    this.namespaces = namespacesOf(estate, this.principals);
  }

  knows(action: string): boolean {
    return /^[a-z*]+ [a-z0-9*./-]+$/.test(action);
  }

  find(text: string): readonly CloudPrincipal[] {
    return this.#names.get(text) ?? [];
  }

  decide(principal: CloudPrincipal, action: string, resource: string): CloudAnswer {
    const request = this.#request(principal, action, resource);
    const policies = this.#policiesOf(principal);
    if (policies.bindings.length === 0 && !request.groups?.includes('system:masters')) return NOT_ALLOWED;
    const decided = decideKubernetes({ ...policies, roles: this.#roles }, request);
    if (decided.decision === 'allow' || this.#unknownRoles.length === 0) return this.#placed(decided);
    const maybe = decideKubernetes({ ...policies, roles: this.#unknownRoles }, request);
    if (maybe.decision !== 'allow') return this.#placed(decided);
    const text = `${maybe.because[0]?.role ?? 'role'} ∋ ${action}`;
    return { ...this.#placed(maybe), condition: { kind: 'condition', language: 'unknown', text } };
  }

  whoCan(action: string, resource: string): readonly CloudGrantee[] {
    return sorted(everybodyWho(this.principals, (principal) => this.decide(principal, action, resource)));
  }

  isAdmin(principal: CloudPrincipal): CloudAnswer {
    return this.decide(principal, '* *.*', this.clusterObject);
  }

  /** Id of the whole cluster as what is asked about. */
  get clusterObject(): string {
    return `cluster:${this.cluster}`;
  }

  rolesOf(principal: CloudPrincipal): readonly HeldRole[] {
    const bindings = new Set(this.#policiesOf(principal).bindings);
    return this.#given
      .filter(({ binding }) => bindings.has(binding))
      .map(({ binding: { roleRef, namespace }, place }) => ({
        ...{ role: `${roleRef.kind}/${roleRef.name}`, on: namespace ?? this.cluster, through: null, condition: null, place },
        isUnknown: this.#unknownRoles.some(({ kind, name }) => kind === roleRef.kind && name === roleRef.name),
      }));
  }

  telling(): readonly { readonly action: string; readonly resource: string }[] {
    const places = [this.clusterObject, ...this.namespaces];
    return TELLING.flatMap((action) => places.map((resource) => ({ action, resource })));
  }

  #request({ id, kind }: CloudPrincipal, action: string, resource: string): KubernetesRequest {
    const who = kind === 'group' ? { user: '', groups: [id.slice('group:'.length)] } : { user: id };
    return { ...who, ...operationOf(action), ...this.#objectOf(resource) };
  }

  #objectOf(text: string): Pick<KubernetesRequest, 'namespace' | 'name'> {
    if (text === '*' || text.startsWith('cluster:')) return { namespace: null, name: null };
    if (text.startsWith('name:')) return { namespace: null, name: text.slice('name:'.length) };
    const found = this.#estate.named('workload', text)[0] ?? this.#estate.named('data-store', text)[0];
    const id = found?.names.find((each) => /^[^/\s]+\/[A-Z][A-Za-z]+\/[^/\s]+$/.test(each)) ?? text;
    if (id.startsWith(ACCOUNT)) {
      const [, , namespace = '', name = ''] = id.split(':');
      return { namespace, name };
    }
    const parts = id.split('/');
    if (parts.length === 1) return { namespace: id, name: null };
    const isClusterWide = parts.length === 2 && /^[A-Z]/.test(parts[0] ?? '');
    return isClusterWide ? { namespace: null, name: parts[1] ?? null } : { namespace: parts[0] ?? '', name: parts.at(-1) ?? null };
  }

  /** The bindings that may name somebody; those of others decide nothing. */
  #policiesOf({ id, kind }: CloudPrincipal): RbacPolicies {
    const known = this.#policies.get(id);
    if (known) return known;
    const groups = groupsFor(id, kind);
    const isHim = ({ kind: type, name, namespace }: RbacBinding['subjects'][number]): boolean => {
      if (type === 'Group') return name.includes(HOLE) || groups.has(name);
      const full = type === 'User' ? name : `${ACCOUNT}${namespace ?? ''}:${name}`;
      return full.includes(HOLE) || full === id;
    };
    const made = { roles: this.#roles, bindings: this.#given.map(({ binding }) => binding).filter(({ subjects }) => subjects.some(isHim)) };
    this.#policies.set(id, made);
    return made;
  }

  #placed({ decision, conditional, because }: GrantDecision): CloudAnswer {
    const reasons = because.map((reason): CloudReason => {
      const given = this.#given.find(({ binding }) => nameOf(binding) === reason.by);
      return { ...reason, id: `${reason.by} ${reason.role ?? ''}`, node: given?.node ?? null, place: given?.place ?? null };
    });
    return { decision, condition: conditional, because: reasons };
  }
}

/** `create pods/exec`, `list deployments.apps`, `get /healthz` → the request. `*.*`: of all groups. */
function operationOf(action: string): Pick<KubernetesRequest, 'verb' | 'apiGroup' | 'resource' | 'subresource' | 'path'> {
  const [verb = '', what = ''] = action.split(' ');
  if (what.startsWith('/')) return { verb, path: what };
  const [full = '', subresource] = what.split('/');
  const dot = full.indexOf('.');
  const resource = dot === -1 ? full : full.slice(0, dot);
  const apiGroup = dot === -1 ? (API_GROUPS[resource] ?? '') : full.slice(dot + 1);
  return { verb, resource, apiGroup, ...(subresource !== undefined && { subresource }) };
}

function groupsFor(id: string, kind: CloudPrincipal['kind']): ReadonlySet<string> {
  if (kind === 'group') return new Set([id.slice('group:'.length), 'system:authenticated']);
  if (id === ANONYMOUS) return new Set(['system:unauthenticated']);
  const own = id.startsWith(ACCOUNT) ? ['system:serviceaccounts', `system:serviceaccounts:${id.split(':')[2] ?? ''}`] : [];
  return new Set([...own, 'system:authenticated']);
}

function keyOf({ kind, name, namespace }: RbacRole): string {
  return `${kind}/${name}@${namespace ?? ''}`;
}

function nameOf({ kind, namespace, name }: RbacBinding): string {
  return namespace === null ? `${kind}/${name}` : `${namespace}/${kind}/${name}`;
}

function roleNamed({ roleRef, namespace }: RbacBinding): RbacRole {
  const rules = [
    { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
    { verbs: ['*'], nonResourceURLs: ['*'] },
  ];
  return { ...roleRef, namespace: roleRef.kind === 'Role' ? namespace : null, rules };
}

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

function rbacRole({ roleKind, name, namespace, rules, aggregates, tags }: KubernetesRole): RbacRole {
  const own: RbacRole = { kind: roleKind, name, namespace, rules, labels: tags };
  if (aggregates === null) return own;
  const selectors = aggregates.map(({ matchLabels, matchExpressions }): LabelSelector => {
    const expressions = matchExpressions.flatMap(({ key, operator, values }) => {
      const known = OPERATORS.find((each) => each === operator);
      return known ? [{ key, operator: known, values }] : [];
    });
    return { matchLabels, matchExpressions: expressions };
  });
  return { ...own, aggregates: selectors };
}

function rbacBinding({ bindingKind, name, namespace, role, subjects }: KubernetesBinding): RbacBinding {
  return {
    ...{ kind: bindingKind, name, namespace, roleRef: role },
    subjects: subjects.map(({ kind, name: subject, namespace: own }) => ({
      kind,
      name: subject,
      ...(own !== null && { namespace: own }),
    })),
  };
}

const CLUSTER_KINDS: ReadonlySet<string> = new Set([
  'aws.eks.cluster',
  'gcp.gke.cluster',
  'azure.aks.cluster',
  'azure.containerservice.cluster',
]);

function clusterOf(estate: Estate): string {
  const clusters = estate.all('workload').filter(({ workloadKind }) => CLUSTER_KINDS.has(workloadKind));
  const [only, another] = [...new Set(clusters.map(({ name, node }) => name ?? node))];
  return only !== undefined && another === undefined ? only : 'kubernetes';
}

function principalsOf(estate: Estate, account: string): readonly CloudPrincipal[] {
  const found = new Map<string, CloudPrincipal>();
  const add = (principal: Omit<CloudPrincipal, 'cloud' | 'account'>): void => {
    if (!found.has(principal.id)) found.set(principal.id, { ...principal, cloud: 'kubernetes', account });
  };
  for (const { id, node, names, place, tags, identityKind } of estate.all('cloud-identity'))
    if (identityKind === 'kubernetes.service-account') add({ id, kind: 'service-account', node, names, place, tags });
  const named = (id: string, kind: CloudPrincipal['kind'], place: Range | null): void =>
    add({ id, kind, node: id.replace(/^group:/, ''), names: kind === 'service-account' ? [id.split(':')[3] ?? id] : [], place, tags: {} });
  for (const { identities, place } of workloadsOf(estate))
    for (const id of identities.items) if (id.startsWith(ACCOUNT)) named(id, 'service-account', place);
  for (const { subjects, place } of estate.all('kubernetes.binding')) {
    for (const { kind, name, namespace } of subjects) {
      if (name.includes(HOLE) || namespace?.includes(HOLE)) continue;
      if (kind === 'ServiceAccount') named(`${ACCOUNT}${namespace ?? 'default'}:${name}`, 'service-account', place);
      else if (kind === 'User') named(name, 'user', place);
      else if (name === 'system:unauthenticated') named(ANONYMOUS, 'user', place);
      else if (!name.startsWith('system:') || name === 'system:masters') named(`group:${name}`, 'group', place);
    }
  }
  for (const { groups, place } of estate.all('aws.eks-access'))
    for (const group of groups.items)
      if (!group.startsWith('system:') || group === 'system:masters') named(`group:${group}`, 'group', place);
  return [...found.values()];
}

function namespacesOf(estate: Estate, principals: readonly CloudPrincipal[]): readonly string[] {
  const named = [
    ...estate.all('kubernetes.namespace').map(({ name }) => name),
    ...principals.flatMap(({ id }) => (id.startsWith(ACCOUNT) ? [id.split(':')[2] ?? ''] : [])),
    ...estate.all('kubernetes.binding').flatMap(({ namespace }) => (namespace === null ? [] : [namespace])),
  ];
  return [...new Set(named)].filter((each) => each !== '' && !each.includes(HOLE)).toSorted();
}
