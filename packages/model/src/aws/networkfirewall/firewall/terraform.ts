import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { NetworkFirewall } from './shape.ts';

export const terraform = defineTerraform<NetworkFirewall>({
  types: ['aws_networkfirewall_firewall'],
  satellites: { aws_networkfirewall_logging_configuration: 'firewall_arn' },
  identity: ['name'],
  read: (firewall, context) => ({
    logs: context.satellite('aws_networkfirewall_logging_configuration').block('logging_configuration').has('log_destination_config'),
    deleteProtection: firewall.boolean('delete_protection', { default: false }),
    subnetChangeProtection: firewall.boolean('subnet_change_protection', { default: false }),
    hasCustomerKey: customerKey(firewall.block('encryption_configuration'), 'key_id'),
    subnets: firewall.list<string>('subnet_mapping', (each) => each.text('subnet_id', { required: true })),
  }),
});
