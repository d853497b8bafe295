import type { BlockReader, ListItem, ListNode } from '../../../code/index.ts';
import { defineArm, object } from '../../../code/index.ts';
import { isWord } from '../../core/index.ts';
import type { ManagedRuleSet, WafPolicy } from './shape.ts';

/** Source: Azure template reference of Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies, read 2026-11-22. It gives no default: a policy that does not say it is taken as off, and as detecting. */
export const arm = defineArm<WafPolicy>({
  types: ['Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies'],
  identity: ['name'],
  read(policy) {
    const settings = policy.block('properties').block('policySettings');
    return {
      isEnabled: isWord(settings.string('state', { default: 'Disabled' }), 'Enabled'),
      mode: settings.string('mode', { default: 'Detection' }),
      ruleSets: policy
        .block('properties')
        .block('managedRules')
        .list<ManagedRuleSet>('managedRuleSets', (set) =>
          object<ManagedRuleSet>(
            {
              kind: set.string('ruleSetType', { default: 'OWASP' }),
              version: set.string('ruleSetVersion', { required: true }),
              disabledRules: disabledRules(set),
            },
            set.place,
          ),
        ),
    };
  },
});

/** An override without a state switches its rule off. */
function disabledRules(set: BlockReader): ListNode<string> {
  const groups = set.blocks('ruleGroupOverrides');
  const items = groups.readers.flatMap((group): ListItem<string>[] =>
    group
      .blocks('rules')
      .readers.filter((rule) => rule.string('state', { default: 'Disabled' }).value?.toLowerCase() === 'disabled')
      .map((rule) => ({ node: rule.string('ruleId', { required: true }), uncertain: rule.uncertain })),
  );
  return { node: 'list', items, rest: groups.rest, place: groups.readers[0]?.place ?? set.place };
}
