import type { BlockReader, ListNode } from '../../../code/index.ts';
import { defineArm, object } from '../../../code/index.ts';
import { isWord } from '../../core/index.ts';
import type { ManagedRuleSet } from '../waf-policy/shape.ts';
import type { FrontDoorWafPolicy } from './shape.ts';

/** Source: Azure template reference of Microsoft.Network/FrontDoorWebApplicationFirewallPolicies, read 2026-11-22. */
export const arm = defineArm<FrontDoorWafPolicy>({
  types: ['Microsoft.Network/FrontDoorWebApplicationFirewallPolicies'],
  identity: ['name'],
  read(policy) {
    const settings = policy.block('properties').block('policySettings');
    return {
      isEnabled: isWord(settings.string('enabledState', { default: 'Enabled' }), 'Enabled'),
      mode: settings.string('mode', { default: 'Prevention' }),
      ruleSets: policy
        .block('properties')
        .block('managedRules')
        .list<ManagedRuleSet>('managedRuleSets', (set) =>
          object<ManagedRuleSet>(
            {
              kind: set.string('ruleSetType', { required: true }),
              version: set.string('ruleSetVersion', { required: true }),
              disabledRules: disabledRules(set),
            },
            set.place,
          ),
        ),
    };
  },
});

/** A rule is off when it is disabled, which it is without a state, or only writes down (`Log`) or lets pass (`Allow`). */
function disabledRules(set: BlockReader): ListNode<string> {
  const groups = set.blocks('ruleGroupOverrides');
  const rules = groups.readers.flatMap((group) => group.blocks('rules').readers);
  const off = rules.filter(
    (rule) =>
      rule.string('enabledState', { default: 'Disabled' }).value?.toLowerCase() === 'disabled' ||
      ['log', 'allow'].includes(rule.string('action').value?.toLowerCase() ?? ''),
  );
  return {
    node: 'list',
    items: off.map((rule) => ({ node: rule.string('ruleId', { required: true }), uncertain: rule.uncertain })),
    rest: groups.rest,
    place: groups.readers[0]?.place ?? set.place,
  };
}
