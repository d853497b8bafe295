import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { MariadbFirewallRule } from './shape.ts';

export const terraform = defineTerraform<MariadbFirewallRule>({
  types: ['azurerm_mariadb_firewall_rule'],
  identity: ['name'],
  read(rule): FieldsOf<MariadbFirewallRule> {
    return {
      start: rule.string('start_ip_address', { required: true }),
      end: rule.string('end_ip_address', { required: true }),
    };
  },
});
