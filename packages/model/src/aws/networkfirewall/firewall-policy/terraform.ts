import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { FirewallPolicy } from './shape.ts';

export const terraform = defineTerraform<FirewallPolicy>({
  types: ['aws_networkfirewall_firewall_policy'],
  identity: ['name'],
  read: (policy) => ({
    defaultActions: policy.block('firewall_policy').strings('stateless_default_actions'),
    fragmentActions: policy.block('firewall_policy').strings('stateless_fragment_default_actions'),
    hasRules: policy.block('firewall_policy').block('stateful_rule_group_reference').exists
      ? policy.block('firewall_policy').has('stateful_rule_group_reference')
      : policy.block('firewall_policy').has('stateless_rule_group_reference'),
    hasCustomerKey: customerKey(policy.block('encryption_configuration'), 'key_id'),
  }),
});
