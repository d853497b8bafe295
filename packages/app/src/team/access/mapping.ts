/** Roles and departments by what an identity provider says of a person: rules as data, the same for OpenID Connect and SCIM. */
import { z } from 'zod';
import type { Role } from '../../store/index.ts';

/** From the widest on: of several roles that rules give, the first of these. */
const ROLES: readonly Role[] = ['admin', 'security', 'approver', 'auditor', 'member'];

export const mappingRuleSchema = z.strictObject({
  /** `groups`, `roles`, `department`, also `a.b` for one inside of another. SCIM knows `groups` alone. */
  claim: z.string().trim().min(1).max(200),
  value: z.string().trim().min(1).max(300),
  role: z.enum(['admin', 'security', 'approver', 'auditor', 'member']).nullable(),
  departments: z.array(z.string().max(100)).max(50),
});

export type MappingRule = z.infer<typeof mappingRuleSchema>;

export interface Mapped {
  /** Null: no rule gives one. */
  readonly role: Role | null;
  readonly departments: readonly string[];
}

export function mapClaims(rules: readonly MappingRule[], claims: Readonly<Record<string, unknown>>): Mapped {
  const hits = rules.filter(({ claim, value }) => valuesOf(claims, claim).includes(value));
  const roles = hits.map(({ role }) => role);
  return {
    role: ROLES.find((role) => roles.includes(role)) ?? null,
    departments: [...new Set(hits.flatMap(({ departments }) => departments))].toSorted(),
  };
}

/** The name as it is first: claims of some providers are URLs with dots. */
function valuesOf(claims: Readonly<Record<string, unknown>>, claim: string): readonly string[] {
  const own = (from: unknown, key: string): unknown =>
    typeof from === 'object' && from !== null && Object.hasOwn(from, key)
      ? Object.entries(from).find(([name]) => name === key)?.[1]
      : undefined;
  const found = Object.hasOwn(claims, claim) ? claims[claim] : claim.split('.').reduce<unknown>(own, claims);
  return [found ?? []].flat().flatMap((each) => (['string', 'number', 'boolean'].includes(typeof each) ? [String(each)] : []));
}
