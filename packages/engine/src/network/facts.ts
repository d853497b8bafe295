/** Exposures with what uses what: for judging rules by what they open. */
import type { Estate } from '@kumomori/model';
import { Analysis } from './analysis.ts';
import { cloudFacts } from './clouds.ts';
import type { Exposure } from './types.ts';
import { Users } from './users.ts';

export interface NetworkFacts {
  readonly exposures: readonly Exposure[];
  /** Node of a group, a rule, a network ACL, a subnet, an interface → nodes of what stands behind it. */
  readonly usersOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Node of a group → nodes of its rules that stand alone. */
  readonly rulesOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** As `exposureOf` without clusters, once for both. O(interfaces + rules of their groups). */
export function networkFacts(estate: Estate): NetworkFacts {
  const analysis = new Analysis(estate);
  const exposures = analysis.exposures();
  const clouds = cloudFacts(estate);
  const all = [usersIn(analysis), ...clouds.users];
  return {
    exposures: [...exposures, ...clouds.exposures],
    usersOf: new Map(all.flatMap(({ of }) => [...of])),
    rulesOf: new Map(all.flatMap(({ rulesOf }) => [...rulesOf])),
  };
}

function usersIn(analysis: Analysis): Users {
  const users = new Users();
  for (const { node, groups, subnets } of analysis.placed()) {
    for (const group of groups) {
      if (group.node !== null) users.add(group.node, node);
      for (const { rule } of [...group.ingress, ...group.egress])
        if (rule.node !== null && rule.node !== group.node) users.add(rule.node, node);
    }
    for (const subnet of subnets) {
      if (subnet.node !== null) users.add(subnet.node, node);
      if (!('isOpen' in subnet.acl)) continue;
      if (subnet.acl.node !== null) users.add(subnet.acl.node, node);
      for (const entry of subnet.acl.entries) if (entry.node !== null && entry.node !== subnet.acl.node) users.add(entry.node, node);
    }
  }
  return users;
}
