import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { MysqlFirewallRule } from './shape.ts';

export const terraform = defineTerraform<MysqlFirewallRule>({
  types: ['azurerm_mysql_flexible_server_firewall_rule', 'azurerm_mysql_firewall_rule'],
  identity: ['name'],
  read(rule): FieldsOf<MysqlFirewallRule> {
    return {
      start: rule.string('start_ip_address', { required: true }),
      end: rule.string('end_ip_address', { required: true }),
    };
  },
});
