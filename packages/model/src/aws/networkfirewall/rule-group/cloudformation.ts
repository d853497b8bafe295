import type { BlockReader, ListNode } from '../../../code/index.ts';
import { defineCloudFormation, outside } from '../../../code/index.ts';
import type { RuleGroup } from './shape.ts';

export const cloudformation = defineCloudFormation<RuleGroup>({
  types: ['AWS::NetworkFirewall::RuleGroup'],
  identity: ['RuleGroupName'],
  read: (group) => ({
    type: group.string('Type', { required: true }),
    statelessRules: statelessRules(group),
    hasCustomerKey: outside('CloudFormation has no such property', group.place),
  }),
});

function statelessRules(group: BlockReader): ListNode<number> {
  const rules = group.block('RuleGroup').block('RulesSource').block('StatelessRulesAndCustomActions');
  return rules.list<number>('StatelessRules', (each) => each.number('Priority', { required: true }));
}
