import type { BlockReader, ListNode } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { RuleGroup } from './shape.ts';

export const terraform = defineTerraform<RuleGroup>({
  types: ['aws_networkfirewall_rule_group'],
  identity: ['name'],
  read: (group) => ({
    type: group.string('type', { required: true }),
    statelessRules: statelessRules(group),
    hasCustomerKey: customerKey(group.block('encryption_configuration'), 'key_id'),
  }),
});

function statelessRules(group: BlockReader): ListNode<number> {
  const rules = group.block('rule_group').block('rules_source').block('stateless_rules_and_custom_actions');
  return rules.list<number>('stateless_rule', (each) => each.number('priority', { required: true }));
}
