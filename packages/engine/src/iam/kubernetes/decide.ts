/** Kubernetes RBAC: purely additive; who writes roles and bindings needs what they give. */
import { HOLE } from '@kumomori/model';
import type { Conditional, GrantDecision, GrantReason } from '../shared/index.ts';
import { always, concluded, every, never, onlyIf, shown, some, starMatch } from '../shared/index.ts';
import { ruleCovers, rulesOf } from './rules.ts';
import type { KubernetesRequest, RbacBinding, RbacPolicies, RbacRole, RbacRule, RbacSubject } from './types.ts';

/** Members of it are allowed everything, whatever the bindings say. Source: Kubernetes documentation, "User-facing roles". */
const MASTERS = 'system:masters';
const RBAC_GROUP = 'rbac.authorization.k8s.io';
const SERVICE_ACCOUNT = 'system:serviceaccount:';

/** Decides one request. O(bindings × rules of their roles). */
export function decideKubernetes(policies: RbacPolicies, request: KubernetesRequest): GrantDecision {
  const groups = groupsOf(request);
  if (groups.has(MASTERS)) return { decision: 'allow', conditional: null, because: [{ effect: 'allow', layer: 'group', by: MASTERS }] };
  const granted = grantsFor(policies, request);
  const base = concluded(granted, []);
  if (base.decision !== 'allow' || request.grants === undefined) return base;
  const mayGrant = mayGrantAll(policies, request);
  if (mayGrant.value === 0)
    return { decision: 'implicit-deny', conditional: null, because: [{ effect: 'none', layer: 'escalation', by: request.resource ?? '' }] };
  return concluded(
    granted.map((each) => ({ ...each, holds: every([each.holds, mayGrant]) })),
    [],
  );
}

/** Groups of a request: those given, and those that follow from the name. Source: Kubernetes documentation, "Authenticating". */
function groupsOf({ user, groups = [] }: Pick<KubernetesRequest, 'user' | 'groups'>): ReadonlySet<string> {
  if (user === 'system:anonymous') return new Set([...groups, 'system:unauthenticated']);
  const own = user.startsWith(SERVICE_ACCOUNT) ? ['system:serviceaccounts', `system:serviceaccounts:${user.split(':')[2] ?? ''}`] : [];
  return new Set([...groups, ...own, 'system:authenticated']);
}

function grantsFor(policies: RbacPolicies, request: KubernetesRequest): (GrantReason & { readonly holds: Conditional })[] {
  const groups = groupsOf(request);
  return policies.bindings.flatMap((binding) => {
    const reaches = reachesNamespace(binding, request);
    if (reaches.value === 0) return [];
    const subject = some(binding.subjects.map((each) => isSubject(each, request.user, groups)));
    const role = roleOf(binding, policies.roles);
    if (subject.value === 0 || !role) return [];
    return rulesOf(role, policies.roles).flatMap((rule, index) => {
      const holds = every([reaches, subject, ruleCovers(rule, request)]);
      if (holds.value === 0) return [];
      return [{ effect: 'allow' as const, layer: 'binding', by: nameOf(binding), role: `${role.kind}/${role.name}`, rule: index, holds }];
    });
  });
}

function nameOf({ kind, namespace, name }: RbacBinding): string {
  return namespace === null ? `${kind}/${name}` : `${namespace}/${kind}/${name}`;
}

/** A RoleBinding gives nothing outside of its namespace, and nothing that has none. */
function reachesNamespace({ kind, namespace }: RbacBinding, request: KubernetesRequest): Conditional {
  if (kind === 'ClusterRoleBinding') return always;
  if (request.path !== undefined || request.namespace === null || request.namespace === undefined || namespace === null) return never;
  return namespace.includes(HOLE) ? starMatch(namespace, request.namespace) : namespace === request.namespace ? always : never;
}

function roleOf({ roleRef, namespace, kind }: RbacBinding, roles: readonly RbacRole[]): RbacRole | undefined {
  if (kind === 'ClusterRoleBinding' && roleRef.kind === 'Role') return undefined;
  return roles.find(
    (role) => role.kind === roleRef.kind && role.name === roleRef.name && (role.kind === 'ClusterRole' || role.namespace === namespace),
  );
}

function isSubject(subject: RbacSubject, user: string, groups: ReadonlySet<string>): Conditional {
  if (subject.kind === 'Group') {
    if (subject.name.includes(HOLE)) return onlyIf('unknown', `${shown(subject.name)} is a group of ${user}`);
    return groups.has(subject.name) ? always : never;
  }
  const name = subject.kind === 'User' ? subject.name : `${SERVICE_ACCOUNT}${subject.namespace ?? ''}:${subject.name}`;
  return name.includes(HOLE) ? starMatch(name, user) : name === user ? always : never;
}

/** Source: Kubernetes documentation, "Privilege escalation prevention and bootstrapping". */
function mayGrantAll(policies: RbacPolicies, request: KubernetesRequest): Conditional {
  const { grants, resource = '' } = request;
  if (grants === undefined) return always;
  if ('kind' in grants) {
    const target = policies.roles.find(
      (role) =>
        role.kind === grants.kind && role.name === grants.name && (role.kind === 'ClusterRole' || role.namespace === request.namespace),
    );
    const bind = held(policies, request, { verb: 'bind', resource: grants.kind === 'Role' ? 'roles' : 'clusterroles', name: grants.name });
    return some([bind, target ? holdsAll(policies, request, rulesOf(target, policies.roles)) : never]);
  }
  const escalate = held(policies, request, { verb: 'escalate', resource, name: request.name ?? null });
  return some([escalate, holdsAll(policies, request, grants)]);
}

function held(
  policies: RbacPolicies,
  { user, groups, namespace }: KubernetesRequest,
  asked: { readonly verb: string; readonly resource: string; readonly name: string | null },
): Conditional {
  const request: KubernetesRequest = { user, ...(groups && { groups }), namespace: namespace ?? null, apiGroup: RBAC_GROUP, ...asked };
  return some(grantsFor(policies, request).map(({ holds }) => holds));
}

/** Every combination of the rules is asked for; what a rule gives to `*` only somebody with `*` may give. */
function holdsAll(policies: RbacPolicies, { user, groups, namespace }: KubernetesRequest, rules: readonly RbacRule[]): Conditional {
  const who = { user, ...(groups && { groups }), namespace: namespace ?? null };
  const requests = rules.flatMap((rule) =>
    rule.verbs.flatMap((verb): KubernetesRequest[] => [
      ...(rule.nonResourceURLs ?? []).map((path) => ({ ...who, verb, path })),
      ...(rule.apiGroups ?? []).flatMap((apiGroup) =>
        (rule.resources ?? []).flatMap((written) => {
          const [resource = '', subresource] = written.split('/');
          const names = (rule.resourceNames ?? []).length === 0 ? [null] : (rule.resourceNames ?? []);
          return names.map((name) => ({ ...who, verb, apiGroup, resource, ...(subresource !== undefined && { subresource }), name }));
        }),
      ),
    ]),
  );
  if (requests.length > MAX_GRANTED) return never;
  return every(requests.map((each) => some(grantsFor(policies, each).map(({ holds }) => holds))));
}

/** Rules with more combinations than any role has. */
const MAX_GRANTED = 10_000;
