import { defineCloudFormation, outside } from '../../../code/index.ts';
import type { FirewallPolicy } from './shape.ts';

export const cloudformation = defineCloudFormation<FirewallPolicy>({
  types: ['AWS::NetworkFirewall::FirewallPolicy'],
  identity: ['FirewallPolicyName'],
  read: (policy) => ({
    defaultActions: policy.block('FirewallPolicy').strings('StatelessDefaultActions'),
    fragmentActions: policy.block('FirewallPolicy').strings('StatelessFragmentDefaultActions'),
    hasRules: policy.block('FirewallPolicy').block('StatefulRuleGroupReferences').exists
      ? policy.block('FirewallPolicy').has('StatefulRuleGroupReferences')
      : policy.block('FirewallPolicy').has('StatelessRuleGroupReferences'),
    hasCustomerKey: outside('CloudFormation has no such property', policy.place),
  }),
});
