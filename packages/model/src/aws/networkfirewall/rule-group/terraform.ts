import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { RuleGroup } from './shape.ts';

export const terraform = defineTerraform<RuleGroup>({
  types: ['aws_networkfirewall_rule_group'],
  identity: ['name'],
  read: (group) => ({
    hasCustomerKey: customerKey(group.block('encryption_configuration'), 'key_id'),
  }),
});
