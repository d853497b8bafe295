/** Exposures with what uses what: for judging rules by what they open. */
import type { Estate } from '@kumomori/model';
import { Analysis } from './analysis.ts';
import type { Exposure } from './types.ts';

export interface NetworkFacts {
  readonly exposures: readonly Exposure[];
  /** Node of a group, a rule, a network ACL, a subnet → nodes of what stands behind it. */
  readonly usersOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** As `exposureOf`, once for both. O(interfaces + rules of their groups). */
export function networkFacts(estate: Estate): NetworkFacts {
  const analysis = new Analysis(estate);
  const exposures = analysis.exposures();
  const usersOf = new Map<string, Set<string>>();
  const add = (key: string | null, node: string): void => {
    if (key === null) return;
    const users = usersOf.get(key);
    if (users) users.add(node);
    else usersOf.set(key, new Set([node]));
  };
  for (const { node, groups, subnets } of analysis.placed()) {
    for (const group of groups) {
      add(group.node, node);
      for (const { rule } of [...group.ingress, ...group.egress]) if (rule.node !== group.node) add(rule.node, node);
    }
    for (const subnet of subnets) {
      add(subnet.node, node);
      if (!('isOpen' in subnet.acl)) continue;
      add(subnet.acl.node, node);
      for (const entry of subnet.acl.entries) if (entry.node !== subnet.acl.node) add(entry.node, node);
    }
  }
  return { exposures, usersOf };
}
