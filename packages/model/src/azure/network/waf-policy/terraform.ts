import type { BlockReader, ListItem, ListNode } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import type { ManagedRuleSet, WafPolicy } from './shape.ts';

/** Source: hashicorp/azurerm documentation of azurerm_web_application_firewall_policy, read 2026-11-22; `disabled_rules` is of version 3. */
export const terraform = defineTerraform<WafPolicy>({
  types: ['azurerm_web_application_firewall_policy'],
  identity: ['name'],
  read(policy) {
    const settings = policy.block('policy_settings');
    return {
      isEnabled: settings.boolean('enabled', { default: true }),
      mode: settings.string('mode', { default: 'Prevention' }),
      ruleSets: policy.block('managed_rules').list<ManagedRuleSet>('managed_rule_set', (set) =>
        object<ManagedRuleSet>(
          {
            kind: set.string('type', { default: 'OWASP' }),
            version: set.string('version', { required: true }),
            disabledRules: disabledRules(set),
          },
          set.place,
        ),
      ),
    };
  },
});

/** Both spellings: a list of numbers, and a block for each rule that is not enabled. */
function disabledRules(set: BlockReader): ListNode<string> {
  const groups = set.blocks('rule_group_override');
  const items = groups.readers.flatMap((group): ListItem<string>[] => [
    ...group.strings('disabled_rules').items,
    ...group
      .blocks('rule')
      .readers.filter((rule) => rule.boolean('enabled', { default: false }).value === false)
      .map((rule) => ({ node: rule.string('id', { required: true }), uncertain: rule.uncertain })),
  ]);
  return { node: 'list', items, rest: groups.rest, place: groups.readers[0]?.place ?? set.place };
}
