/** Who does something: the rights of a transaction follow from it. */

/**
 * - `admin`: everything, also people and settings
 * - `security`: the central team: triage, requests, sources, responses
 * - `approver`: decides exceptions, reads everything
 * - `auditor`: reads everything, writes nothing
 * - `member`: of departments; sees and answers what those own
 */
export type Role = 'admin' | 'security' | 'approver' | 'auditor' | 'member';

export interface Actor {
  readonly kind: 'user' | 'token' | 'system';
  /** Id of the user, also behind a token; null for the system. */
  readonly userId: string | null;
  /** As the audit trail shows it. */
  readonly name: string;
  readonly role: Role;
  /** Ids of departments; they limit what a member sees. */
  readonly departments: readonly string[];
  /** Permissions a token is limited to; null: all that the role has. */
  readonly scopes: readonly string[] | null;
}

/** The server itself: scans, schedules, expiries. */
export const SYSTEM: Actor = { kind: 'system', userId: null, name: 'kumomori', role: 'admin', departments: [], scopes: null };

export function seesAll({ role }: Actor): boolean {
  return role !== 'member';
}
