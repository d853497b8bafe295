/** The one place that says which role may do what. Row-level security (store/migrations) says on which rows. */
import type { Actor, Role } from '../../store/index.ts';

const everybody = ['admin', 'security', 'approver', 'auditor', 'member'] as const;
const seeAll = ['admin', 'security', 'approver', 'auditor'] as const;
const central = ['admin', 'security'] as const;
const admins = ['admin'] as const;

export const permissions = {
  /** One's own name, language, factors, tokens, views. */
  'self.manage': everybody,
  'overview.read': everybody,
  'findings.read': everybody,
  /** Confirm, request, call a false positive, assign. */
  'findings.triage': central,
  /** The owner's answer: acknowledged, in progress, fixed. */
  'findings.answer': ['admin', 'security', 'member'],
  'findings.comment': ['admin', 'security', 'approver', 'member'],
  'exceptions.read': everybody,
  'exceptions.request': ['admin', 'security', 'member'],
  /** One's own, or by the central roles. */
  'exceptions.withdraw': ['admin', 'security', 'approver', 'member'],
  /** Which severities, the policy of exceptions says; never what one asked for oneself. */
  'exceptions.decide': ['admin', 'security', 'approver'],
  'resources.read': everybody,
  'analysis.read': seeAll,
  'frameworks.read': seeAll,
  'frameworks.answer': central,
  'incidents.read': seeAll,
  'incidents.handle': central,
  'lake.query': central,
  'sources.read': seeAll,
  'sources.manage': central,
  'runs.start': central,
  'settings.read': seeAll,
  'settings.manage': admins,
  'departments.read': everybody,
  'users.read': seeAll,
  'users.manage': admins,
  'notifications.read': central,
  'notifications.manage': admins,
  'audit.read': ['admin', 'auditor'],
  'data.export': ['admin', 'security', 'auditor'],
  'data.erase': admins,
  'metrics.read': seeAll,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof permissions;

export function isPermission(name: string): name is Permission {
  return Object.hasOwn(permissions, name);
}

/** A token never may more than its owner, and only what it was made for. */
export function isAllowed({ role, scopes }: Actor, permission: Permission): boolean {
  const roles: readonly Role[] = permissions[permission];
  return roles.includes(role) && (scopes === null || scopes.includes(permission));
}
