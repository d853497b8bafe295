/** What the worlds share: who can, conditions that hang on roles nobody told us of. */
import type { GrantCondition } from '../shared/index.ts';
import type { CloudAnswer, CloudGrantee, CloudPrincipal } from './types.ts';

export const NOT_ALLOWED: CloudAnswer = { decision: 'implicit-deny', condition: null, because: [] };

/** `ROLE ∋ PERMISSION`: how the evaluators call a role whose content is not known. */
export function hangsOnUnknownRole(condition: GrantCondition | null): boolean {
  if (condition === null) return false;
  switch (condition.kind) {
    case 'condition':
      return condition.language === 'unknown' && condition.text.includes(' ∋ ');
    case 'and':
      return condition.of.some((each) => hangsOnUnknownRole(each));
    case 'or':
      return condition.of.every((each) => hangsOnUnknownRole(each));
    case 'not':
      return false;
  }
}

/** Asks everybody. */
export function everybodyWho(
  principals: readonly CloudPrincipal[],
  decide: (principal: CloudPrincipal) => CloudAnswer,
): readonly CloudGrantee[] {
  return principals.flatMap((principal) => {
    const answer = decide(principal);
    if (answer.decision !== 'allow') return [];
    const { id, kind, node, place } = principal;
    return [{ ...answer, principal: id, kind, node, place }];
  });
}

export function sorted(grantees: readonly CloudGrantee[]): readonly CloudGrantee[] {
  return grantees.toSorted(
    (a, b) =>
      Number(a.condition !== null) - Number(b.condition !== null) || (a.principal < b.principal ? -1 : a.principal > b.principal ? 1 : 0),
  );
}

export function byNames(principals: readonly CloudPrincipal[]): ReadonlyMap<string, readonly CloudPrincipal[]> {
  const index = new Map<string, CloudPrincipal[]>();
  for (const principal of principals) {
    for (const name of new Set([principal.id, principal.node, ...principal.names])) {
      const same = index.get(name);
      if (same) same.push(principal);
      else index.set(name, [principal]);
    }
  }
  return index;
}
