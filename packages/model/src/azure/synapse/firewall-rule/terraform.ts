import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { SynapseFirewallRule } from './shape.ts';

export const terraform = defineTerraform<SynapseFirewallRule>({
  types: ['azurerm_synapse_firewall_rule'],
  identity: ['name'],
  read(rule): FieldsOf<SynapseFirewallRule> {
    return {
      start: rule.string('start_ip_address', { required: true }),
      end: rule.string('end_ip_address', { required: true }),
    };
  },
});
