/** Questions about the rules of roles. */
import { any, anyOf, find, none, which } from '../check/index.ts';
import type { Role, RoleRule } from './rbac/role/shape.ts';

export interface Grant {
  readonly verbs: readonly string[];
  /** `pods`, `pods/exec`. */
  readonly resources: readonly string[];
  /** `''` is the core group. */
  readonly group: string;
}

/** The first rule that allows one of the verbs on one of the resources; wildcards allow them too. A rule for single objects does not. */
export function ruleThatGrants(role: Pick<Role, 'rules'>, grant: Grant): RoleRule | undefined {
  return find(role.rules, (rule) => grants(rule, grant));
}

function grants(rule: RoleRule, { verbs, resources, group }: Grant): boolean {
  return (
    any(rule.resources, (resource) => resource === '*' || resources.some((wanted) => covers(resource, wanted))) &&
    any(rule.verbs, (verb) => verb === '*' || verbs.includes(verb)) &&
    any(rule.apiGroups, (each) => each === '*' || each === group) &&
    none(rule.resourceNames, () => true)
  );
}

/** `pods/*` and `*` + `/exec` are wildcards too. */
function covers(resource: string, wanted: string): boolean {
  if (resource === wanted) return true;
  const [kind, subresource] = wanted.split('/');
  return resource.endsWith('/*')
    ? subresource !== undefined && resource.slice(0, -2) === kind
    : resource.startsWith('*/') && subresource === resource.slice(2);
}

/** The first rule with a wildcard among its groups, verbs or resources. */
export function ruleWithWildcard(role: Pick<Role, 'rules'>): RoleRule | undefined {
  const isAll = (text: string): boolean => text === '*';
  return find(role.rules, (rule) =>
    anyOf(
      () => any(rule.resources, isAll),
      () => any(rule.verbs, isAll),
      () => any(rule.apiGroups, isAll),
    ),
  );
}

/** Verbs that show objects. */
export const READING: readonly string[] = ['get', 'list', 'watch'];
/** Verbs that change objects. */
export const WRITING: readonly string[] = ['create', 'update', 'patch', 'delete', 'deletecollection'];

/** The first rule that allows every verb on every resource. */
export function ruleForEverything(role: Pick<Role, 'rules'>): RoleRule | undefined {
  const isAll = (text: string): boolean => text === '*';
  return find(role.rules, (rule) => any(rule.resources, isAll) && any(rule.verbs, isAll));
}

/** Said by checks of single rights: what allows everything is one mistake, not twenty. */
export const allowsEverything = {
  en: 'It allows everything, which k8s-rbac-not-everything says',
  ja: 'すべてを許可しており、k8s-rbac-not-everything で報告されます',
};

/** Rights each of which leads to all others, when they hold in the whole cluster. */
const TAKEOVER: Readonly<Record<string, Grant>> = {
  'read secrets': { verbs: READING, resources: ['secrets'], group: '' },
  'create pods': { verbs: ['create'], resources: ['pods'], group: '' },
  'change workloads': { verbs: ['create', 'update', 'patch'], resources: ['deployments', 'daemonsets', 'statefulsets'], group: 'apps' },
  'run commands in pods': { verbs: ['create'], resources: ['pods/exec'], group: '' },
  'request tokens': { verbs: ['create'], resources: ['serviceaccounts/token'], group: '' },
  impersonate: { verbs: ['impersonate'], resources: ['users', 'groups', 'serviceaccounts'], group: '' },
  'bind or escalate roles': { verbs: ['bind', 'escalate'], resources: ['roles', 'clusterroles'], group: 'rbac.authorization.k8s.io' },
  'use the proxy of nodes': { verbs: ['create', 'get'], resources: ['nodes/proxy'], group: '' },
};

/** The first right of a role that leads to all others; undefined when it certainly has none. */
export function takeover(role: Pick<Role, 'rules'>): string | undefined {
  return which(
    Object.fromEntries(Object.entries(TAKEOVER).map(([right, grant]) => [right, () => ruleThatGrants(role, grant) !== undefined])),
  );
}
