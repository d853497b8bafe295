/** Who owns a resource: tag → account → organization unit → CODEOWNERS → repository → business system → default. */
import { matchesWildcard } from '@kumomori/model';
import { ownersOfPath } from './codeowners-match.ts';
import { matchesResource, tagValues } from './match.ts';
import type { BusinessSystem, OwnedResource, Ownership, OwnershipReason, OwnershipRules } from './types.ts';

/** A rule that fits: what it says, and the department it names, as it names it. */
interface Claim {
  readonly reason: OwnershipReason;
  readonly named: string;
}

/** The first rule whose department exists, with its reason; those before it that name none are listed. O(rules). */
export function ownerOf(resource: OwnedResource, rules: OwnershipRules): Ownership {
  const { claims, owners } = claimsOf(resource, rules);
  const unresolved: OwnershipReason[] = [];
  for (const { reason, named } of claims) {
    const department = departmentNamed(named, rules);
    if (department !== null) return { department, owners, because: reason, unresolved };
    unresolved.push(reason);
  }
  return { department: null, owners, because: null, unresolved };
}

/** The first business system it belongs to. */
export function systemOf(resource: Omit<OwnedResource, 'file'>, systems: readonly BusinessSystem[]): BusinessSystem | null {
  return systems.find(({ match }) => matchesResource(match, resource)) ?? null;
}

function claimsOf(
  resource: OwnedResource,
  rules: OwnershipRules,
): { readonly claims: readonly Claim[]; readonly owners: readonly string[] } {
  const code = codeClaims(resource, rules);
  const system = systemOf(resource, rules.systems);
  const claims = [
    ...tagClaims(resource, rules),
    ...accountClaims(resource, rules),
    ...unitClaims(resource, rules),
    ...code.claims,
    ...(system === null || system.department === null ? [] : [claim('system', system.id, system.id, system.department)]),
    ...(rules.defaultDepartment === null ? [] : [claim('default', null, rules.defaultDepartment, rules.defaultDepartment)]),
  ];
  return { claims, owners: code.owners };
}

function tagClaims({ tags }: OwnedResource, { tags: rules }: OwnershipRules): readonly Claim[] {
  return rules.flatMap(({ id, key, value, department }) =>
    tagValues(tags, key)
      .filter((text) => matchesWildcard(value, text))
      .map((text) => claim('tag', id, `${key}=${text}`, department ?? text)),
  );
}

function accountClaims({ account }: OwnedResource, { accounts }: OwnershipRules): readonly Claim[] {
  if (account === null) return [];
  return accounts
    .filter((rule) => matchesWildcard(rule.account, account))
    .map((rule) => claim('account', rule.id, account, rule.department));
}

/** The nearest unit first. */
function unitClaims({ units }: OwnedResource, { units: rules }: OwnershipRules): readonly Claim[] {
  return units
    .toReversed()
    .flatMap((unit) =>
      rules.filter((rule) => matchesWildcard(rule.unit, unit)).map((rule) => claim('unit', rule.id, unit, rule.department)),
    );
}

function codeClaims(
  { repository, file }: OwnedResource,
  { repositories, handles }: OwnershipRules,
): { readonly claims: readonly Claim[]; readonly owners: readonly string[] } {
  const rule = repository === null ? undefined : repositories.find((each) => matchesWildcard(each.repository, repository));
  if (!rule || repository === null) return { claims: [], owners: [] };
  const found = rule.codeOwners === null || file === null ? { owners: [], entries: [] } : ownersOfPath(rule.codeOwners, file);
  const claims = found.entries.flatMap(({ owners, line, pattern }) =>
    owners.flatMap((owner) => {
      const named = Object.hasOwn(handles, owner) ? handles[owner] : undefined;
      return named === undefined ? [] : [claim('codeowners', rule.id, `CODEOWNERS:${line} ${pattern}`, named)];
    }),
  );
  if (rule.department !== null) claims.push(claim('repository', rule.id, repository, rule.department));
  return { claims, owners: found.owners };
}

function claim(step: OwnershipReason['step'], rule: string | null, matched: string, named: string): Claim {
  return { reason: { step, rule, matched }, named };
}

function departmentNamed(named: string, { departments }: OwnershipRules): string | null {
  const wanted = named.trim().toLowerCase();
  const department =
    departments.find(({ id }) => id.toLowerCase() === wanted) ??
    departments.find(({ aliases }) => aliases.some((alias) => alias.toLowerCase() === wanted));
  return department?.id ?? null;
}
