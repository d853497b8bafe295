import type { BlockReader, ListNode } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import type { ManagedRuleSet } from '../waf-policy/shape.ts';
import type { FrontDoorWafPolicy } from './shape.ts';

/** Source: hashicorp/azurerm documentation of the two resources, read 2026-11-22; `mode` is required since the newer one. */
export const terraform = defineTerraform<FrontDoorWafPolicy>({
  types: ['azurerm_frontdoor_firewall_policy', 'azurerm_cdn_frontdoor_firewall_policy'],
  identity: ['name'],
  read: (policy) => ({
    isEnabled: policy.boolean('enabled', { default: true }),
    mode: policy.string('mode', { default: 'Prevention' }),
    ruleSets: policy.list<ManagedRuleSet>('managed_rule', (set) =>
      object<ManagedRuleSet>(
        {
          kind: set.string('type', { required: true }),
          version: set.string('version', { required: true }),
          disabledRules: disabledRules(set),
        },
        set.place,
      ),
    ),
  }),
});

/** A rule is off when it is disabled or only writes down (`Log`) or lets pass (`Allow`). */
function disabledRules(set: BlockReader): ListNode<string> {
  const groups = set.blocks('override');
  const rules = groups.readers.flatMap((group) => group.blocks('rule').readers);
  const off = rules.filter(
    (rule) =>
      rule.boolean('enabled', { default: false }).value === false ||
      ['log', 'allow'].includes(rule.string('action').value?.toLowerCase() ?? ''),
  );
  return {
    node: 'list',
    items: off.map((rule) => ({ node: rule.string('rule_id', { required: true }), uncertain: rule.uncertain })),
    rest: groups.rest,
    place: groups.readers[0]?.place ?? set.place,
  };
}
