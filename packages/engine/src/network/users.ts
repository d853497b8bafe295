/** What stands behind what: rules, groups, subnets, interfaces → the things they are for. */

/** Nodes by the node of what is before them. A rule that stands alone shares the list of its group. */
export class Users {
  readonly of = new Map<string, Set<string>>();
  /** Nodes of the rules that stand alone, by the node of their group. */
  readonly rulesOf = new Map<string, Set<string>>();

  add(before: string, node: string): void {
    const known = this.of.get(before);
    if (known) known.add(node);
    else this.of.set(before, new Set([node]));
  }

  /** What stands behind a group stands behind its rule. */
  share(group: string, rule: string): void {
    if (rule === group) return;
    const known = this.of.get(group);
    if (known) this.of.set(rule, known);
    const rules = this.rulesOf.get(group);
    if (rules) rules.add(rule);
    else this.rulesOf.set(group, new Set([rule]));
  }
}
