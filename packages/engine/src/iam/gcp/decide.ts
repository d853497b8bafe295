/**
 * Google Cloud IAM: deny policies first, then the principal's access boundaries, then the union of the allow policies from the resource up
 * to the organization. Source: IAM documentation, "Policy types: how they interact", read 2026-11-22.
 */
import type { Conditional, GrantDecision, GrantReason } from '../shared/index.ts';
import { always, concluded, every, matchesStars, never, not, onlyIf, some } from '../shared/index.ts';
import { MAYBE, YES } from '../three.ts';
import { evaluateCel } from './cel.ts';
import { isMember } from './members.ts';
import type { DenyRule, GcpPolicies, GcpRequest, IamBinding, PrincipalAccessBoundary, RolePermissions } from './types.ts';

type Judged = GrantReason & { readonly holds: Conditional };

/** Decides one request. `permissionsOf` answers undefined for a role that nobody told us of: then the answer hangs on it. */
export function decideGcp(policies: GcpPolicies, request: GcpRequest, permissionsOf: RolePermissions): GrantDecision {
  const scopes = [request.resource, ...request.ancestors];
  const denials = policies.deny
    .filter(({ attachedTo }) => scopes.includes(attachedTo))
    .flatMap(({ name, rules }) =>
      rules.map((rule, index): Judged => ({ effect: 'deny', layer: 'deny-policy', by: name, rule: index, holds: denies(rule, request) })),
    );
  const bounded = boundedBy(policies.boundaries, request);
  const grants = policies.allow
    .filter(({ resource }) => scopes.includes(resource))
    .flatMap(({ resource, bindings }) =>
      bindings.map((binding, index): Judged => {
        const holds = grantedBy(binding, { policies, request, permissionsOf });
        return { effect: 'allow', layer: 'binding', by: resource, role: binding.role, rule: index, holds };
      }),
    )
    .filter(({ holds }) => holds.value !== 0);
  return concluded(grants, [...denials, ...bounded]);
}

interface Granting {
  readonly policies: GcpPolicies;
  readonly request: GcpRequest;
  readonly permissionsOf: RolePermissions;
}

function grantedBy({ role, members, condition }: IamBinding, { policies, request, permissionsOf }: Granting): Conditional {
  const convenience = (member: string): readonly string[] => holdersOf(member, policies);
  const who = some(members.map((member) => isMember(member, request, convenience)));
  if (who.value === 0) return never;
  const permissions = permissionsOf(role);
  const has = permissions
    ? permissions.includes(request.permission)
      ? always
      : never
    : onlyIf('unknown', `${role} ∋ ${request.permission}`);
  return every([who, has, conditionOf(condition, request)]);
}

/** `projectEditor:orders` → members of roles/editor in the project's own policy. */
function holdersOf(member: string, { allow }: GcpPolicies): readonly string[] {
  const [kind = '', project = ''] = member.split(':');
  const role = `roles/${kind.slice('project'.length).toLowerCase()}`;
  return allow
    .filter(({ resource }) => resource.endsWith(`/projects/${project}`))
    .flatMap(({ bindings }) => bindings.filter((each) => each.role === role && !each.condition).flatMap(({ members }) => members));
}

function conditionOf(condition: IamBinding['condition'], { attributes, tags, resource }: GcpRequest): Conditional {
  if (!condition || condition.expression.trim() === '') return always;
  const known: Readonly<Record<string, string>> = {
    'resource.name': shortName(resource),
    'resource.service': serviceOf(resource),
    ...attributes,
  };
  const value = evaluateCel(condition.expression, {
    attribute: (path) => known[path],
    tag: (key) => (tags === undefined || tags === null ? undefined : (tags[key] ?? null)),
  });
  return value === MAYBE ? onlyIf('cel', condition.expression) : value === YES ? always : never;
}

/** Conditions see a name without its service: `projects/_/buckets/orders`. */
function shortName(resource: string): string {
  return resource.replace(/^\/\/[^/]+\//, '');
}

function serviceOf(resource: string): string {
  return /^\/\/([^/]+)\//.exec(resource)?.[1] ?? '';
}

function denies(rule: DenyRule, request: GcpRequest): Conditional {
  const permission = denyName(request.permission);
  const covers = (patterns: readonly string[] = []): boolean => patterns.some((each) => matchesStars(each, permission));
  if (!covers(rule.deniedPermissions) || covers(rule.exceptionPermissions)) return never;
  const isAmong = (members: readonly string[] = []): Conditional => some(members.map((each) => isMember(each, request)));
  return every([isAmong(rule.deniedPrincipals), not(isAmong(rule.exceptionPrincipals)), conditionOf(rule.denialCondition, request)]);
}

/** `storage.objects.get` → `storage.googleapis.com/objects.get`, as deny policies write it. */
function denyName(permission: string): string {
  const at = permission.indexOf('.');
  const service = permission.slice(0, at);
  return `${service === 'resourcemanager' ? 'cloudresourcemanager' : service}.googleapis.com/${permission.slice(at + 1)}`;
}

/** One denial when boundaries are bound to the principal and none of them holds the resource. */
function boundedBy(boundaries: readonly PrincipalAccessBoundary[], request: GcpRequest): readonly Judged[] {
  const scopes = [request.resource, ...request.ancestors];
  const bound = boundaries.map((boundary) => ({
    boundary,
    applies: every([some(boundary.principals.map((each) => isMember(each, request))), conditionOf(boundary.condition, request)]),
    isEnforced: (boundary.enforced ?? ['*']).some((each) => matchesStars(each, request.permission)),
  }));
  const applying = bound.filter(({ applies, isEnforced }) => applies.value !== 0 && isEnforced);
  if (applying.length === 0) return [];
  const holds = ({ boundary }: (typeof applying)[number]): boolean => boundary.resources.some((each) => scopes.includes(each));
  const [inside, outside] = [applying.filter(holds), applying.filter((each) => !holds(each))];
  const isKeptOut = every([some(outside.map(({ applies }) => applies)), not(some(inside.map(({ applies }) => applies)))]);
  return [{ effect: 'deny', layer: 'boundary', by: applying.map(({ boundary }) => boundary.name).join(', '), holds: isKeptOut }];
}
