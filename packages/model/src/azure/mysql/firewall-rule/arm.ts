import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import type { MysqlFirewallRule } from './shape.ts';

export const arm = defineArm<MysqlFirewallRule>({
  types: ['Microsoft.DBforMySQL/flexibleServers/firewallRules', 'Microsoft.DBforMySQL/servers/firewallRules'],
  identity: ['name'],
  read(rule): FieldsOf<MysqlFirewallRule> {
    const properties = rule.block('properties');
    return {
      start: properties.string('startIpAddress', { required: true }),
      end: properties.string('endIpAddress', { required: true }),
    };
  },
});
