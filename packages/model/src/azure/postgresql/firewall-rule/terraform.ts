import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { PostgresqlFirewallRule } from './shape.ts';

export const terraform = defineTerraform<PostgresqlFirewallRule>({
  types: ['azurerm_postgresql_flexible_server_firewall_rule', 'azurerm_postgresql_firewall_rule'],
  identity: ['name'],
  read(rule): FieldsOf<PostgresqlFirewallRule> {
    return {
      start: rule.string('start_ip_address', { required: true }),
      end: rule.string('end_ip_address', { required: true }),
    };
  },
});
