/**
 * Azure: deny assignments first, then the union of role assignments at the scope and above; vaults with access policies and locks beside it; the
 * directory and its APIs as systems of their own. Source: Azure documentation, "What is Azure RBAC: how access is determined", read 2026-11-22.
 */
import type { Conditional, GrantDecision, GrantReason } from '../shared/index.ts';
import { always, concluded, every, matchesStars, never, not, onlyIf, some } from '../shared/index.ts';
import { MAYBE, YES } from '../three.ts';
import { evaluateAbac } from './abac.ts';
import { isWithin } from './scopes.ts';
import type { AzurePermission, AzurePolicies, AzureRequest } from './types.ts';
import { vaultGrants } from './vault.ts';

type Judged = GrantReason & { readonly holds: Conditional };

/** Decides one request. O(assignments × permissions of their roles). */
export function decideAzure(policies: AzurePolicies, request: AzureRequest): GrantDecision {
  const action = request.action.toLowerCase();
  if (action.startsWith('microsoft.directory/')) return concluded(directoryGrants(policies, request), []);
  if (/^[\w.-]+:/.test(action)) return concluded(appRoleGrants(policies, request), []);
  const denials = policies.denials.map((denial): Judged => {
    const covers = denial.permissions.some((each) => permits(each, request));
    const who = every([isOneOf(denial.principals, request), not(isOneOf(denial.except ?? [], request))]);
    const holds = covers
      ? every([who, isWithin(denial.scope, request, denial.doesNotReachBelow), conditionOf(denial.condition, request)])
      : never;
    return { effect: 'deny', layer: 'deny-assignment', by: denial.name, holds };
  });
  const byVault = request.isDataAction ? vaultGrants(policies.vaults, request, (principal) => isPrincipal(principal, request)) : null;
  if (byVault) return concluded(byVault, []);
  return concluded(roleGrants(policies, request), [...denials, ...lockDenials(policies, request)]);
}

function roleGrants(policies: AzurePolicies, request: AzureRequest): readonly Judged[] {
  return policies.assignments.flatMap((assignment): Judged[] => {
    const who = isPrincipal(assignment.principal, request);
    const where = isWithin(assignment.scope, request);
    if (who.value === 0 || where.value === 0) return [];
    const role = policies.roles.find(({ id }) => guid(id) === guid(assignment.role));
    const has = role
      ? role.permissions.some((each) => permits(each, request))
        ? always
        : never
      : onlyIf('unknown', `${assignment.role} ∋ ${request.action}`);
    const isActive = assignment.isEligible === true ? onlyIf('activation', `activate ${role?.name ?? assignment.role}`) : always;
    const holds = every([who, where, has, conditionOf(assignment.condition, request), lasts(assignment.until, request), isActive]);
    if (holds.value === 0) return [];
    return [{ effect: 'allow', layer: 'assignment', by: assignment.id, role: role?.name ?? assignment.role, holds }];
  });
}

function directoryGrants(policies: AzurePolicies, request: AzureRequest): readonly Judged[] {
  return policies.entraAssignments.flatMap((assignment): Judged[] => {
    const role = policies.entraRoles.find(({ id }) => id.toLowerCase() === assignment.role.toLowerCase());
    const has = role
      ? role.actions.some((each) => matches(each, request.action))
        ? always
        : never
      : onlyIf('unknown', `${assignment.role} ∋ ${request.action}`);
    const isActive = assignment.isEligible === true ? onlyIf('activation', `activate ${role?.name ?? assignment.role}`) : always;
    const holds = every([isPrincipal(assignment.principal, request), isWithin(assignment.scope, request), has, isActive]);
    if (holds.value === 0) return [];
    return [{ effect: 'allow', layer: 'directory-role', by: assignment.id, role: role?.name ?? assignment.role, holds }];
  });
}

/** Permissions of applications are given to service principals by name, never to their groups. */
function appRoleGrants({ appRoles }: AzurePolicies, { principal, action }: AzureRequest): readonly Judged[] {
  const colon = action.indexOf(':');
  const [api, permission] = [action.slice(0, colon), action.slice(colon + 1)] as const;
  return appRoles
    .filter((each) => each.principal.toLowerCase() === principal.toLowerCase() && each.api.toLowerCase() === api.toLowerCase())
    .filter((each) => each.permission.toLowerCase() === permission.toLowerCase())
    .map((each): Judged => ({ effect: 'allow', layer: 'app-role', by: each.permission, holds: always }));
}

/** Locks bind the control plane only, whoever asks. Source: Azure documentation, "Lock your resources to protect your infrastructure". */
function lockDenials({ locks }: AzurePolicies, request: AzureRequest): readonly Judged[] {
  if (request.isDataAction) return [];
  const action = request.action.toLowerCase();
  const isDelete = action.endsWith('/delete');
  const isRead = action.endsWith('/read');
  return locks
    .filter(({ level }) => (level === 'CanNotDelete' ? isDelete : !isRead) && !action.startsWith('microsoft.authorization/locks/'))
    .map(({ scope, level }): Judged => ({ effect: 'deny', layer: 'lock', by: `${level} ${scope}`, holds: isWithin(scope, request) }));
}

function permits(permission: AzurePermission, { action, isDataAction }: AzureRequest): boolean {
  const [given, but] = isDataAction ? [permission.dataActions, permission.notDataActions] : [permission.actions, permission.notActions];
  return given.some((each) => matches(each, action)) && !but.some((each) => matches(each, action));
}

function matches(pattern: string, action: string): boolean {
  return matchesStars(pattern.toLowerCase(), action.toLowerCase());
}

function isOneOf(principals: readonly string[], request: AzureRequest): Conditional {
  return some(principals.map((each) => (each === 'everyone' ? always : isPrincipal(each, request))));
}

function isPrincipal(id: string, { principal, memberOf }: AzureRequest): Conditional {
  const wanted = id.toLowerCase();
  if (wanted === principal.toLowerCase()) return always;
  if (memberOf === null) return onlyIf('unknown', `${principal} ∈ ${id}`);
  return memberOf.some((each) => each.toLowerCase() === wanted) ? always : never;
}

function conditionOf(condition: string | null | undefined, { action, attributes = {} }: AzureRequest): Conditional {
  if (condition === null || condition === undefined || condition.trim() === '') return always;
  const value = evaluateAbac(condition, { action, attribute: (name) => attributes[name] });
  return value === MAYBE ? onlyIf('abac', condition) : value === YES ? always : never;
}

function lasts(until: string | null | undefined, { at }: AzureRequest): Conditional {
  if (until === null || until === undefined) return always;
  if (at === undefined) return onlyIf('unknown', `before ${until}`);
  return Date.parse(at) < Date.parse(until) ? always : never;
}

/** Role ids are written with and without the subscription they are seen from. */
function guid(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).toLowerCase();
}
