/**
 * Whoever may make a principal, give it rights and sign in as it, while nothing demands a boundary of what he makes, is administrator. Source:
 * IAM User Guide, "Permissions boundaries for IAM entities", delegating responsibility to others, read 2026-11-22.
 */
import type { Rules } from './escalation.ts';
import type { PathGrant, PathPrincipal } from './inputs.ts';

interface Making {
  readonly id: string;
  readonly title: string;
  readonly kind: 'role' | 'user';
  /** One action of each list, all by the same principal on something new. */
  readonly needs: readonly (readonly string[])[];
}

/** A role that is made trusts whom its maker writes into it: in one account nothing else is needed to assume it. */
const MAKINGS: readonly Making[] = [
  {
    id: 'make-role',
    title: 'Make a role with any right',
    kind: 'role',
    needs: [['iam:CreateRole'], ['iam:PutRolePolicy', 'iam:AttachRolePolicy']],
  },
  {
    id: 'make-user',
    title: 'Make a user with any right',
    kind: 'user',
    needs: [['iam:CreateUser'], ['iam:PutUserPolicy', 'iam:AttachUserPolicy'], ['iam:CreateAccessKey', 'iam:CreateLoginProfile']],
  },
];

/** Asked as of something without boundary: conditions that demand one, and organization policies that forbid the rest, say no. */
export function addUnbounded(rules: Rules): void {
  for (const asker of rules.capabilities.askers) {
    if (asker.isAdmin !== false || (asker.kind !== 'user' && asker.kind !== 'role')) continue;
    for (const making of MAKINGS) addMaking(rules, asker, making);
  }
}

function addMaking({ world, facts, capabilities }: Rules, asker: PathPrincipal, { id, title, kind, needs }: Making): void {
  const objects = world.askedNew(`aws.iam.${kind}`, asker.account);
  const ways: PathGrant[][] = [];
  const used: string[] = [];
  for (const actions of needs) {
    const found = actions.flatMap((action) => {
      const grants = world.inputs.access({ principal: asker.id, action, objects, passedTo: null, isUnbounded: true });
      return grants.length > 0 ? [{ action, grants: [...grants] }] : [];
    });
    const [first] = found;
    if (!first) return;
    used.push(found.map(({ action }) => action).join(' / '));
    ways.push(found.flatMap(({ grants }) => grants));
  }
  const parts = ways.map((grants, nth) => {
    const fact = facts.fact('may', `${id} ${nth} by ${asker.id}`);
    for (const { condition, setting, evidence } of grants) {
      facts.rule(fact, [capabilities.holderFact(asker)], {
        ...{ edge: 'CAN_CREATE_PRINCIPAL', isLink: true, reason: { id: 'may', args: [world.nodeOf(asker.id), used[nth] ?? '', '*'] } },
        ...{ conditions: [condition], settings: [setting], evidence },
      });
    }
    return fact;
  });
  facts.rule(facts.fact('admin', asker.account), parts, {
    ...{ edge: 'CAN_CREATE_PRINCIPAL', escalation: id, reason: { id: 'own', args: [id, title, asker.account] } },
  });
}
