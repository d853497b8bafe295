import type { BlockReader, ListNode, NodeOf } from '../../../code/index.ts';
import { defineCloudFormation, explicit, object } from '../../../code/index.ts';
import type { WebAcl, WebAclRule, ChangedRule } from './shape.ts';

export const cloudformation = defineCloudFormation<WebAcl>({
  types: ['AWS::WAFv2::WebACL'],
  satellites: { 'AWS::WAFv2::LoggingConfiguration': 'ResourceArn' },
  identity: ['Name'],
  lonelySatellites: 'ignored',
  read: (acl, context) => ({
    rules: acl.list<WebAclRule>('Rules', rule),
    isLogged: context.satellite('AWS::WAFv2::LoggingConfiguration').isSet('LogDestinationConfigs'),
  }),
});

function rule(block: BlockReader): NodeOf<WebAclRule> {
  const group = block.block('Statement').block('ManagedRuleGroupStatement');
  return object<WebAclRule>(
    {
      managedGroup: group.string('Name'),
      onlyCounts: block.block('OverrideAction').has('Count'),
      changedRules: changedRules(group),
      hasStatement: block.has('Statement'),
    },
    block.place,
  );
}

function changedRules(group: BlockReader): ListNode<ChangedRule> {
  const excluded = group.list<ChangedRule>('ExcludedRules', (each) =>
    object<ChangedRule>({ rule: each.string('Name'), blocks: explicit(false, each.place) }, each.place),
  );
  const overridden = group.list<ChangedRule>('RuleActionOverrides', (each) =>
    object<ChangedRule>({ rule: each.string('Name'), blocks: each.block('ActionToUse').has('Block') }, each.place),
  );
  return { ...excluded, items: [...excluded.items, ...overridden.items], rest: excluded.rest ?? overridden.rest };
}
