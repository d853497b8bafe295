import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { SqlFirewallRule } from './shape.ts';

export const terraform = defineTerraform<SqlFirewallRule>({
  types: ['azurerm_mssql_firewall_rule', 'azurerm_sql_firewall_rule'],
  identity: ['name'],
  read(rule): FieldsOf<SqlFirewallRule> {
    return {
      start: rule.string('start_ip_address', { required: true }),
      end: rule.string('end_ip_address', { required: true }),
    };
  },
});
